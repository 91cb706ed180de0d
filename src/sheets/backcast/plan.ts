import type { BackcastAnswer, OddsAnswer } from '../../model/planning.ts';
import { REVENUE, type StepKind } from '../../model/records/measure.ts';
import type { Unit } from '../../model/records/unit.ts';
import { columnWidth, largestOf } from '../column-width.ts';
import { quotaChance } from '../confidence.ts';
import { columnTypes } from '../columns/index.ts';
import type { SheetContext } from '../definition.ts';
import { currencyMark } from '../figures.ts';
import { overrideHints } from '../override-hint.ts';
import { indexIn } from '../rows.ts';
import { planWords, type PlanWords } from '../words.ts';

/** What the columns of the Backcast sheet are made from. */
export interface BackcastPlan {
  readonly context: SheetContext;
  readonly answer: BackcastAnswer;
  readonly words: PlanWords;
  /** Of the plan's currency. */
  readonly mark: string;
  /** How often the expected quotas are enough; NaN = not worked out yet, or not known. */
  readonly quotaChance: number;
  readonly overridden: ReadonlySet<string>;
  readonly overrideHint: ReturnType<typeof overrideHints>;
  readonly of: (column: Float64Array | undefined, unit: Unit) => number;
  readonly money: (measure: string) => boolean;
  readonly stepInto: (measure: string) => StepKind;
}

export function backcastPlan(
  context: SheetContext,
  answer: BackcastAnswer,
  odds: OddsAnswer | null = null,
): BackcastPlan {
  const reps = new Set(context.units.flatMap(({ kind, key }) => (kind === 'rep' ? [key] : [])));
  const words = planWords(context.ofKind('measure'), [REVENUE, ...answer.measures]);
  const measures = new Map(words.measures.map((measure) => [measure.key, measure]));
  return {
    ...{ context, answer, words },
    mark: currencyMark(context.language, context.settings.currency),
    quotaChance: odds ? quotaChance(odds, (key) => reps.has(key)) : NaN,
    overridden: new Set(answer.overridden),
    overrideHint: overrideHints(context, words),
    of: (column, unit) => column?.[indexIn(answer.units, unit.key)] ?? NaN,
    money: (measure) => measures.get(measure)?.unit === 'money',
    stepInto: (measure) => measures.get(measure)?.step ?? 'share',
  };
}

/** A numeric column's type, title, second line, and a width that fits them and its numbers. */
export function numericColumn(
  { context }: BackcastPlan,
  type: 'money' | 'count' | 'days',
  title: string,
  subtitle: string,
  values: Float64Array | undefined,
) {
  const largest = columnTypes[type].show(largestOf(values), context);
  return {
    ...{ type, title, width: columnWidth(title, subtitle, largest) },
    ...(subtitle !== '' && { subtitle }),
  } as const;
}
