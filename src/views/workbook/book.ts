import type { Book, BookColumn, BookRow, BookStep } from '../../files/workbook/types.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { formatMonth } from '../../i18n/numbers.ts';
import type { Quantity } from '../../model/formula.ts';
import {
  BASIS,
  type BackcastAnswer,
  type FormulaColumn,
  type FormulasAnswer,
  type OddsAnswer,
  type RatiosAnswer,
  type StepColumns,
} from '../../model/planning.ts';
import { noNumberHint } from '../../sheets/backcast/no-number.ts';
import { backcastPlan, type BackcastPlan } from '../../sheets/backcast/plan.ts';
import type { SheetContext } from '../../sheets/definition.ts';
import { besideOf, type OpenWhatIf } from './beside.ts';
import { bookNotes } from './notes.ts';
import { rowsInScope } from './scope.ts';

export interface BookAnswers {
  readonly backcast: BackcastAnswer;
  readonly formulas: FormulasAnswer;
  readonly ratios: RatiosAnswer;
  readonly odds: OddsAnswer;
  /** null: no what-if is open. */
  readonly whatIf: OpenWhatIf | null;
}

/** The Backcast on the desk, its formulas and ratios, in the words of the plan. */
export function bookOf(
  context: SheetContext,
  levels: ReadonlyMap<string, number>,
  answers: BookAnswers,
): Book {
  const plan = backcastPlan(context, answers.backcast, answers.odds);
  const { formulas, ratios, whatIf } = answers;
  const places = rowsInScope(formulas.units, formulas.sumsInto, context.scope, context.units);
  const columns = formulas.columns.map((column) => columnOf(plan, column, places));
  const words = t().workbook;
  const mode = context.mode === 'goal' ? t().sheets.fromGoal : t().sheets.fromToGo;
  const month = formatMonth(context.month, context.language);
  const title = words.title(context.settings.name, month, mode);
  return {
    words: {
      ...{ sheets: words.sheets, title },
      ...{ legend: words.legend, name: words.name, kind: words.kind, rep: t().chain.unitKind.rep },
      ...{ reason: words.reason, used: words.used, raw: words.raw, own: words.own, team: words.team },
      ...{ low: words.low, high: words.high, basis: words.basis },
    },
    rows: rowsOf(plan, formulas, places, levels, columns),
    columns,
    steps: ratios.steps.map((step) => stepOf(plan, step, ratios.units, places)),
    notes: bookNotes(plan, mode, columns),
    beside: whatIf && besideOf(whatIf, levels, context, title),
  };
}

/** Of reps alone: a total has none. */
const RATES: ReadonlySet<Quantity['name']> = new Set(['landing', 'daysShare']);

function rowsOf(
  plan: BackcastPlan,
  { units, sumsInto }: FormulasAnswer,
  places: readonly number[],
  levels: ReadonlyMap<string, number>,
  columns: readonly BookColumn[],
): BookRow[] {
  const known = new Map(plan.context.units.map((unit) => [unit.key, unit]));
  const rowOf = new Map(places.map((place, row) => [place, row]));
  const top = levels.get(units[places[0] ?? -1] ?? '') ?? 0;
  return places.map((place, row) => {
    const key = units[place] ?? '';
    const unit = known.get(key);
    const missing = columns.some(({ of, values }) => !RATES.has(of.name) && Number.isNaN(values[row]));
    return {
      name: unit?.name ?? '',
      kind: unit ? t().chain.unitKind[unit.kind] : '',
      isRep: unit?.kind === 'rep',
      level: Math.max(0, (levels.get(key) ?? 0) - top),
      into: rowOf.get(sumsInto[place] ?? -1) ?? -1,
      reason: unit && missing ? noNumberHint(plan, unit, plan.answer.measures.length - 1) : '',
    };
  });
}

const taken = (column: Float64Array, places: readonly number[]): Float64Array =>
  Float64Array.from(places, (place) => column[place] ?? NaN);

const columnOf = (plan: BackcastPlan, column: FormulaColumn, places: readonly number[]): BookColumn => ({
  ...column,
  title: column.as === 'money' ? `${titleOf(plan, column.of)} (${plan.mark})` : titleOf(plan, column.of),
  values: taken(column.values, places),
  cut: Uint8Array.from(places, (place) => column.cut[place] ?? 0),
});

const asTitle = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function titleOf({ words }: BackcastPlan, of: Quantity): string {
  const { chain } = t();
  switch (of.name) {
    case 'measure':
      return words.measure(of.measure);
    case 'ratio':
      return words.ratio(of.measure);
    case 'perDay':
      return chain.perDay(words.measure(words.work ?? ''));
    default:
      return asTitle(chain[of.name]);
  }
}

function stepOf(
  plan: BackcastPlan,
  step: StepColumns,
  units: readonly string[],
  places: readonly number[],
): BookStep {
  const { words, context, overrideHint } = plan;
  const known = new Map(context.units.map((unit) => [unit.key, unit]));
  const name = words.ratio(step.measure, step.from);
  return {
    ...step,
    title: t().sheets.ratiosSheet.group(name, words.measure(step.measure), words.measure(step.from)),
    raw: taken(step.raw, places),
    used: taken(step.used, places),
    ownShare: taken(step.ownShare, places),
    low: taken(step.low, places),
    high: taken(step.high, places),
    basis: Uint8Array.from(places, (place) => step.basis[place] ?? 0),
    basisText: places.map((place) => {
      if (Number.isNaN(step.used[place])) return t().workbook.noRatio;
      const unit = known.get(units[place] ?? '');
      const basis = BASIS[step.basis[place] ?? 0] ?? 'assumed';
      return unit && basis === 'override'
        ? overrideHint(unit, step.measure, step.step)
        : t().workbook.basisOf[basis];
    }),
  };
}
