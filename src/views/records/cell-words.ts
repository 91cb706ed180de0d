import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatMoney, formatNumber } from '../../i18n/numbers.ts';
import type { RecordEntry } from '../../model/diff.ts';
import { LIFE } from '../../model/facts/record.ts';
import { keysOf, kindOf, recordId, SETTINGS_ID } from '../../model/ids.ts';
import type { Json, Values } from '../../model/json.ts';
import { parseSettings } from '../../model/records/read.ts';
import { isThing } from '../../model/record-subject.ts';
import { unitOfRecord } from '../../model/unit-of-record.ts';
import type { RecordSheet } from '../../model/sheet-of.ts';
import { planWords } from '../../sheets/words.ts';
import { ratioText } from '../shell/figures.ts';
import { textOr } from '../shell/follow.ts';
import { goalWords } from './goal-words.ts';
import { periodText } from './period-text.ts';
import { valueWords } from './value-words.ts';

/** Where the records are that names are taken from. */
export interface RecordSource {
  get(id: string): Values | undefined;
  ofKind(kind: 'measure'): readonly RecordEntry[];
}

/** What people call a record, one of its cells, and what the cell says. */
export interface CellWords {
  row(id: string): string;
  /** What the cell says and of when: Goal, Dec 2026. */
  column(id: string, field: string): string;
  /** The same without its period. */
  field(id: string, field: string): string;
  /** The month or day that the record is of; '' = none. */
  period(id: string): string;
  value(id: string, field: string, value: Json): string;
  unit(key: string): string;
  measure(key: string): string;
}

export function sheetName(sheet: RecordSheet): string {
  const own = t().cells.sheets;
  return sheet === 'whatIf' || sheet === 'other' ? own[sheet] : t().app.nav[sheet];
}

const MEASURED = new Set(['history', 'actual', 'systemActual', 'handedOut']);
const MONEY_AMOUNT = new Set(['goal', 'lock', 'task', 'proposal', 'inHand', 'tierLine']);
/** Which key of a record's id says of when it is. */
const PERIOD_AT: Readonly<Record<string, number>> = {
  ...{ goal: 1, inHand: 1, history: 1, actual: 1, systemActual: 1, monthToDate: 1, catchUp: 1 },
  ...{ handedOut: 2, override: 2, tierLine: 2, task: 1, place: 1 },
};
const LONG_TEXT = 60;

const shortened = (text: string): string => (text.length > LONG_TEXT ? `${text.slice(0, LONG_TEXT)}…` : text);

/** A list or a table, as short as can be told apart. */
function plainText(value: Json): string {
  if (Array.isArray(value)) return value.map((each: Json) => plainText(each)).join('; ');
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((each) => plainText(each))
      .join(' ');
  return value === null ? '' : periodText(String(value));
}

/** `names`: of units that the plan has no longer. */
export function cellWords(source: RecordSource, names: Readonly<Record<string, string>> = {}): CellWords {
  const words = t().cells;
  const plan = planWords(source.ofKind('measure'));
  const { currency } = parseSettings(source.get(SETTINGS_ID) ?? {});
  const measures = new Map(plan.measures.map((measure) => [measure.key, measure]));
  const named = (id: string, key: string) => textOr(source.get(id)?.['name'], names[key] ?? key);
  const unit = (key: string) => named(recordId.unit(key), key);
  const goals = goalWords(unit, (key) => named(recordId.segment(key), key));
  const nouns: { readonly [kind: string]: (keys: readonly string[], id: string) => string } = {
    settings: () => words.kinds.settings,
    measure: ([key = '']) => plan.measure(key),
    other: ([key = ''], id) => named(id, key),
    season: ([month = '']) => words.kinds.season(month),
    dayOff: ([day = '']) => periodText(day),
    alias: (keys) => words.kinds.alias(decodeURIComponent(keys.join('/'))),
    mapping: () => words.kinds.mapping,
    note: (_, id) => shortened(textOr(source.get(id)?.['text'], words.kinds.note)),
    alert: () => words.kinds.alert,
    slice: () => words.kinds.slice,
    prior: ([key = '']) => plan.measure(key),
    tier: ([key = ''], id) => named(id, key),
    tierLine: ([key = '']) => named(recordId.tier(key), key),
    level: ([key = ''], id) => named(id, key),
    scenario: ([key = ''], id) => named(id, key),
    segment: ([key = ''], id) => named(id, key),
    lock: ([key = ''], id) => words.kinds.lock(unit(key), goals.period(id)),
    proposal: ([key = '', month = '']) => words.kinds.proposal(unit(key), periodText(month)),
  };
  const period = (id: string) =>
    kindOf(id) === 'spreadBy' ? goals.period(id) : periodText(keysOf(id)[PERIOD_AT[kindOf(id)] ?? -1] ?? '');
  const field = (id: string, of: string) => goals.field(id, of) ?? fieldName(id, of, plan.measure);
  const isMoney = (id: string, of: string) =>
    MEASURED.has(kindOf(id))
      ? measures.get(of)?.unit === 'money'
      : MONEY_AMOUNT.has(kindOf(id)) && (of === 'amount' || of === 'assigned');
  const number = (id: string, of: string, value: number) => {
    if (isMoney(id, of)) return formatMoney(value, currentLanguage(), currency);
    if (kindOf(id) === 'override' && of === 'ratio')
      return ratioText(value, measures.get(keysOf(id)[1] ?? '')?.step ?? 'share', currency);
    return formatNumber(value, currentLanguage(), Number.isInteger(value) ? 0 : 2);
  };
  return {
    ...{ unit, period, field, measure: plan.measure },
    row(id) {
      const owner = unitOfRecord(id);
      return nouns[kindOf(id)]?.(keysOf(id), id) ?? (owner === null ? id : unit(owner));
    },
    column(id, of) {
      if (of === LIFE && isThing(id)) return '';
      return [field(id, of), period(id)].filter(Boolean).join(words.ofPeriod);
    },
    value(id, of, value) {
      if (value === null || value === '') return words.blank;
      const ofGoals = goals.value(id, of, value);
      if (ofGoals !== null) return ofGoals;
      if (typeof value === 'boolean') return value ? words.yes : words.no;
      const said = valueWords(id, of, value, { currency, dayText: periodText });
      if (said !== null) return said || words.blank;
      if (typeof value === 'number') return number(id, of, value);
      if (typeof value !== 'string') return shortened(plainText(value));
      if (of === 'parent' || of === 'unit') return unit(value);
      return of === 'level' ? named(recordId.level(value), value) : shortened(plainText(value));
    },
  };
}

function fieldName(id: string, of: string, measure: (key: string) => string): string {
  const words = t().cells;
  const [, second = ''] = keysOf(id);
  const own = words.fields[of] ?? of;
  switch (kindOf(id)) {
    case 'inHand':
      return words.inHand;
    case 'history':
    case 'actual':
      return measure(of);
    case 'systemActual':
      return words.system(measure(of));
    case 'handedOut':
      return words.handedOut(measure(of));
    case 'monthToDate':
      return words.monthToDate;
    case 'catchUp':
      return words.catchUp;
    case 'override':
      return `${measure(second)} ${own}`;
    case 'report':
      return `${words.kinds.report(second)}${words.ofPeriod}${own}`;
    default:
      return own;
  }
}
