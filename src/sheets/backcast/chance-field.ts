import { t } from '../../i18n/i18n.svelte.ts';
import type { OddsAnswer } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import { columnWidth } from '../column-width.ts';
import { cellOf } from '../columns/index.ts';
import { noNumber } from '../figure-cells.ts';
import { averageFigure, chanceFigure } from '../figures.ts';
import { WHY } from '../reason.ts';
import { parentsOf } from '../rows.ts';
import type { Cell } from '../sheet.ts';
import { sentence, type Field } from '../unit-sheet.ts';
import { noNumberHint } from './no-number.ts';
import type { BackcastPlan } from './plan.ts';

/** Room for the bar beside the number. */
const WIDTH = 76;
/** Names in a sentence; the others are counted. */
const NAMED = 2;

/** Still being worked out: nothing of an older plan stands here meanwhile. */
const updating = (): Cell => ({
  ...{ text: '…', value: null, input: false, marks: ['muted'] as const },
  hint: t().sheets.backcast.updating,
});

/** How likely each goal is to be reached if everybody goes on as usual. `odds` null: they are being worked out. */
export function chanceField(plan: BackcastPlan, odds: OddsAnswer | null): Field {
  const words = t().sheets.backcast;
  return {
    column: {
      ...{ key: 'chance', type: 'chance', title: words.atPace, group: words.chance, rule: true },
      width: Math.max(WIDTH, columnWidth(words.atPace, '')),
    },
    why: WHY.chance,
    cell: (unit) => (odds ? chanceCell(plan, odds, unit) : updating()),
    refuse: () => sentence(words.chanceComputed),
    note: () => words.chanceComputed,
  };
}

function chanceCell(plan: BackcastPlan, odds: OddsAnswer, unit: Unit): Cell {
  const words = t().sheets.backcast;
  const { answer, context, of } = plan;
  const chance = of(odds.atPace, unit);
  const come = answer.other ? of(answer.other.come, unit) : 0;
  const isReached = of(answer.goal, unit) <= of(answer.won, unit) + come;
  if (isReached) return { text: words.reached, value: 1, input: false, marks: ['muted'] };
  const isOver = chance === 0 && of(answer.daysLeft, unit) === 0;
  if (isOver) return noNumber(t().reasons.problem.noDaysLeft);
  if (Number.isNaN(chance)) return noNumber(noChanceHint(plan, odds, unit));
  const pace = averageFigure(Math.round(of(odds.pace, unit)), context.language);
  const quota = chanceFigure(of(odds.atQuota, unit), context.language);
  const work = plan.words.measure(answer.measures.at(-1) ?? '');
  const said = words.chanceHint(work, pace, chanceFigure(chance, context.language), quota);
  const taken = unit.kind === 'rep' ? 0 : of(odds.taken, unit);
  const hint = taken > 0 ? `${said}${words.then}${t().odds.taken(taken)}` : said;
  return cellOf('chance', chance, context, { share: chance, hint });
}

/** Why nothing can be said of a unit's chance. */
function noChanceHint(plan: BackcastPlan, odds: OddsAnswer, unit: Unit): string {
  const { answer, of } = plan;
  if (Number.isNaN(of(answer.goal, unit))) return noNumberHint(plan, unit, answer.measures.length - 1);
  if (unit.kind !== 'rep') return t().sheets.backcast.chanceOfSome(namesOf(unknownUnder(plan, odds, unit)));
  const isBroken = answer.problems[unit.key] !== undefined || answer.breaks.length > 0;
  if (isBroken) return noNumberHint(plan, unit, answer.measures.length - 1);
  return Number.isNaN(of(odds.pace, unit)) ? t().sheets.backcast.noPace : t().sheets.backcast.noChance;
}

/** Reps with a goal below a unit of whom nothing can be said; without any, those whose pace nobody knows. */
function unknownUnder(plan: BackcastPlan, odds: OddsAnswer, unit: Unit): Unit[] {
  const unknown = notKnownUnder(plan, odds.atQuota, unit);
  return unknown.length > 0 ? unknown : notKnownUnder(plan, odds.atPace, unit);
}

function notKnownUnder({ context, answer, of }: BackcastPlan, chances: Float64Array, unit: Unit): Unit[] {
  const parents = parentsOf(context.units);
  const isUnder = (key: string | null): boolean =>
    key !== null && (key === unit.key || isUnder(parents.get(key) ?? null));
  return context.units.filter(
    (each) =>
      each.kind === 'rep' &&
      Number.isFinite(of(answer.goal, each)) &&
      Number.isNaN(of(chances, each)) &&
      isUnder(each.key),
  );
}

function namesOf(units: readonly Unit[]): string {
  const names = units.slice(0, NAMED).map(({ name }) => name);
  return t().sheets.backcast.namesAndMore(names, units.length - names.length);
}
