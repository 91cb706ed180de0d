import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay, formatMonth } from '../../i18n/numbers.ts';
import { goalPlaceOf } from '../../model/goal-place.ts';
import { keysOf, kindOf, SETTINGS_ID } from '../../model/ids.ts';
import type { Json, Values } from '../../model/json.ts';
import type { ScenarioChange } from '../../model/records/scenario.ts';
import type { StepKind } from '../../model/records/measure.ts';
import type { LeftOut } from '../../model/scenario.ts';
import { chanceFigure } from '../../sheets/figures.ts';
import type { PlanFigures } from '../sheet/why/figures.ts';

const day = (text: Json | undefined, figures: PlanFigures): string =>
  typeof text === 'string'
    ? formatDay(text, figures.language, { year: 'numeric', month: 'short', day: 'numeric' })
    : '';

/** Records of which there is no more to say than that they are there. */
const NAMED_ALONE: ReadonlySet<string> = new Set(['segment', 'spreadBy', 'place']);
const MONEY: ReadonlySet<string> = new Set(['goal', 'lock', 'task', 'inHand']);

const stepOf = (measure: string, figures: PlanFigures): StepKind =>
  figures.words.measures.find(({ key }) => key === measure)?.step ?? 'share';

/** The months of a lock or of a way of sharing, and its segment. */
function placeWords(id: string, figures: PlanFigures): string {
  const place = goalPlaceOf(id);
  if (!place) return '';
  const { from, to } = place.span;
  const month = (text: string): string => formatMonth(text, figures.language);
  const months = from === to ? month(from) : `${month(from)} – ${month(to)}`;
  return place.segment === null ? months : `${months} · ${figures.segment(place.segment)}`;
}

/** What a scenario changes there, without by how much. */
function subject(id: string, change: ScenarioChange | undefined, figures: PlanFigures): string {
  const words = t().whatIf;
  const [first = '', second = '', third = ''] = keysOf(id);
  const month = (text: string): string => formatMonth(text, figures.language);
  const unit = figures.unit(first) || nameIn(change) || words.somebodyGone;
  switch (kindOf(id)) {
    case 'goal':
      return words.goalOf(third ? `${unit} · ${figures.segment(third)}` : unit, month(second));
    case 'lock':
      return words.lockOf(unit, placeWords(id, figures));
    case 'spreadBy':
      return words.spreadOf(unit, placeWords(id, figures));
    case 'task':
      return words.taskOf(unit, month(second));
    case 'place':
      return words.placeOf(unit, month(second));
    case 'segment':
      return words.segment(nameIn(change) || figures.segment(first));
    case 'inHand':
      return words.inHandOf(unit, month(second));
    case 'override':
      return words.ratioOf(unit, figures.words.ratio(second), month(third));
    case 'season':
      return words.season(String(Number(first)));
    case 'dayOff':
      return words.dayOff(day(first, figures));
    default:
      return unit;
  }
}

const nameIn = (change: ScenarioChange | undefined): string => {
  const name = change?.now?.['name'] ?? change?.was?.['name'];
  return typeof name === 'string' ? name : '';
};

/** What a scenario does to one record, a line for each thing that a person would name. */
export function changeLines(id: string, change: ScenarioChange, figures: PlanFigures): string[] {
  const words = t().whatIf;
  const what = subject(id, change, figures);
  if (id === SETTINGS_ID) return settingLines(change, figures);
  if (kindOf(id) === 'unit') return [personLine(what, change, figures)];
  if (change.now === null) return [words.taken(what)];
  if (NAMED_ALONE.has(kindOf(id))) return [what];
  const field = { override: 'ratio', season: 'weight', dayOff: 'weight' }[kindOf(id) as string] ?? 'amount';
  if (change.now[field] === undefined) return [what];
  const written = (values: Values | null): string => valueText(id, values?.[field] ?? null, figures);
  const [from, to] = [written(change.was), written(change.now)];
  return [change.was?.[field] == null ? words.set(what, to) : words.fromTo(what, from, to)];
}

function valueText(id: string, value: Json, figures: PlanFigures): string {
  if (typeof value !== 'number') return t().whatIf.blank;
  if (kindOf(id) === 'override') {
    const measure = keysOf(id)[1] ?? '';
    return figures.ratio(value, stepOf(measure, figures));
  }
  return MONEY.has(kindOf(id)) ? figures.money(value) : figures.days(value);
}

function personLine(name: string, { was, now }: ScenarioChange, figures: PlanFigures): string {
  const words = t().whatIf;
  if (now === null) return words.personGone(name);
  if (was !== null) return words.personChanged(name);
  const start = day(now['start'], figures);
  return start ? words.newPersonFrom(nameIn({ was, now }), start) : words.newPerson(nameIn({ was, now }));
}

function settingLines({ was, now }: ScenarioChange, figures: PlanFigures): string[] {
  const words = t().whatIf;
  return Object.keys(now ?? {}).map((field) => {
    if (field === 'confidence') {
      const text = (value: Json | undefined): string =>
        typeof value === 'number' ? chanceFigure(value, figures.language) : words.expected;
      return words.fromTo(words.confidence, text(was?.[field]), text(now?.[field]));
    }
    return field === 'pattern' ? words.pattern : words.confidenceOf;
  });
}

/** Why a change is not in what is shown. */
export function leftOutLine(
  { id, reason }: LeftOut,
  change: ScenarioChange | undefined,
  figures: PlanFigures,
): string {
  const what = id === SETTINGS_ID ? t().whatIf.confidence : subject(id, change, figures);
  return reason === 'gone' ? t().whatIf.goneMeanwhile(what) : t().whatIf.changedMeanwhile(what);
}
