import type { ReviewStep, ReviewSum } from '../../../model/planning.ts';
import type { Step } from '../../chain/chain.ts';
import { judge } from '../../review/luck.ts';
import type { RepMonthReview } from './rep-month.ts';

/**
 * Rep-months added up: parts are sums, never worked out anew, as a mix of people would hide in a ratio of sums. Ratios
 * that stand beside them weigh each month by what came to the step.
 */
export function sumOf(steps: readonly Step[], months: readonly RepMonthReview[], judged: boolean): ReviewSum {
  const total = (of: (month: RepMonthReview) => number): number =>
    months.reduce((sum, month) => sum + of(month), 0);
  const rows = steps.map((step, at) => stepSum(step, months, at, judged));
  const money = (
    of: 'ability' | 'luck' | 'goalSet',
    only: (row: ReviewStep) => boolean = () => true,
  ): number => rows.filter(only).reduce((sum, row) => sum + row[of], 0);
  const [goal, actual] = [total((month) => month.goal), total((month) => month.actual)];
  return {
    ...{ goal, actual, gap: actual - goal, steps: rows },
    goalSet: money('goalSet') + total(({ aside }) => aside),
    carried: total(({ carried }) => carried),
    calendar: total(({ calendar }) => calendar),
    execution: total(({ execution }) => execution),
    ability: money('ability', ({ step }) => step !== 'value'),
    size: money('ability', ({ step }) => step === 'value'),
    luck: money('luck'),
    other: total(({ other }) => other),
    unexplained: total(({ unexplained }) => unexplained),
    work: workOf(months),
  };
}

function workOf(months: readonly RepMonthReview[]): ReviewSum['work'] {
  const planned = months.filter(({ workPlanned }) => Number.isFinite(workPlanned));
  const total = (
    of: readonly RepMonthReview[],
    field: 'daysPlanned' | 'days' | 'workPlanned' | 'done',
  ): number => of.reduce((sum, month) => sum + month[field], 0);
  const [days, done] = [total(months, 'days'), total(months, 'done')];
  return {
    ...{ days, done, daysPlanned: total(months, 'daysPlanned') },
    perDayPlanned: total(planned, 'workPlanned') / total(planned, 'daysPlanned'),
    perDay: done / days,
  };
}

function stepSum(
  { measure, from, kind }: Step,
  months: readonly RepMonthReview[],
  at: number,
  judged: boolean,
): ReviewStep {
  const parts = months.flatMap(({ steps }) => steps[at] ?? []);
  const total = (of: (part: (typeof parts)[number]) => number): number =>
    parts.reduce((sum, part) => sum + of(part), 0);
  const [x, n] = [total(({ at: { seen } }) => seen.x), total(({ at: { seen } }) => seen.n)];
  const weighted = (of: 'planned' | 'believed'): number =>
    n > 0 ? total((part) => part.at.seen.n * part[of]) / n : (parts[0]?.[of] ?? NaN);
  return {
    ...{ measure, from, step: kind, x, n, actual: n > 0 ? x / n : NaN },
    planned: weighted('planned'),
    believed: weighted('believed'),
    verdict: judged ? verdictOf(parts) : null,
    ability: total(({ abilityPart }) => abilityPart),
    luck: total(({ luckPart }) => luckPart),
    goalSet: total(({ goalSet }) => goalSet),
  };
}

/** Months of one rep together are judged by what was believed before the first of them. */
function verdictOf(parts: readonly RepMonthReview['steps'][number][]): ReviewStep['verdict'] {
  const [first] = parts;
  if (!first) return 'tooLittle';
  if (parts.length === 1) return first.verdict;
  const total = (of: 'x' | 'n' | 'trials'): number => parts.reduce((sum, { at }) => sum + (at[of] || 0), 0);
  return judge({ ...first.at, x: total('x'), n: total('n'), trials: total('trials') }).verdict;
}
