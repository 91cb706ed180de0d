import { REVENUE, type Measure, type StepKind } from '../../model/records/measure.ts';
import { KNOWN_MEASURES } from '../../model/templates.ts';
import { isOther } from './catalog.ts';
import type { Layout } from './layout.ts';
import type { DraftMeasure, PlanFacts } from './types.ts';

/** Between two counts of which neither default is known, one in five goes on. */
const ASSUMED_SHARE = 0.2;

const byOrder = (a: Measure, b: Measure) => a.order - b.order;

/** The step that the two measures allow; null breaks the chain: nobody can say how calls come from money. */
export function stepBetween(from: Measure, to: Measure): StepKind | null {
  if (from.unit === 'money') return to.unit === 'money' ? 'yield' : null;
  if (to.unit === 'money') return 'value';
  return to.step === 'rate' ? 'rate' : 'share';
}

/** An own measure stands where its column stands: halfway between its neighbours in the file. */
function placeOwn(measures: readonly DraftMeasure[]): DraftMeasure[] {
  const placed: DraftMeasure[] = [];
  measures.forEach((measure, at) => {
    if (!Number.isNaN(measure.order)) return void placed.push(measure);
    const before = placed.at(-1)?.order ?? 0;
    const after = measures.slice(at + 1).find(({ order }) => order > before)?.order ?? before + 10;
    placed.push({ ...measure, order: (before + Math.min(after, before < 60 ? 60 : Infinity)) / 2 });
  });
  return placed;
}

const product = (measures: readonly Measure[]): number | null =>
  measures.reduce<number | null>(
    (all, { assumed }) => (all === null || assumed === null ? null : all * assumed),
    1,
  );

/** Default ratios of the steps between two kept measures multiply to the template's own between them. */
function shareOut(
  inserted: readonly DraftMeasure[],
  end: DraftMeasure,
  total: number | null,
): DraftMeasure[] {
  if (inserted.length === 0) return [{ ...end, assumed: total }];
  const between =
    end.unit === 'count' && total !== null ? total ** (1 / (inserted.length + 1)) : ASSUMED_SHARE;
  const rest = total === null ? null : total / between ** inserted.length;
  return [...inserted.map((measure) => ({ ...measure, assumed: between })), { ...end, assumed: rest }];
}

/** Steps and defaults of the measures that stay, over those that are left out between them. */
function connect(kept: readonly DraftMeasure[], base: readonly Measure[]): DraftMeasure[] {
  const chain: DraftMeasure[] = [];
  let inserted: DraftMeasure[] = [];
  let last: Measure | null = null;
  for (const measure of kept) {
    if (!base.some(({ key }) => key === measure.key)) {
      inserted.push(measure);
      continue;
    }
    const from = last?.order ?? -Infinity;
    const steps = base.filter(({ order }) => order > from && order <= measure.order);
    if (last) chain.push(...shareOut(inserted, measure, product(steps)));
    else chain.push(...inserted, measure);
    inserted = [];
    last = measure;
  }
  return [...chain, ...inserted].map((measure, at, all) => {
    const from = all[at - 1];
    return from
      ? { ...measure, step: stepBetween(from, measure) }
      : { ...measure, step: null, assumed: null };
  });
}

/** How often a count follows money, which is no step. */
const contradictions = (chain: readonly Measure[]): number =>
  chain.filter(({ unit }, at) => unit === 'count' && chain[at - 1]?.unit === 'money').length;

/**
 * A known measure that would be new to the plan stays out where it makes a count follow money: its numbers go into the
 * history all the same, and the chain's editor can take it in.
 */
function withoutMisfits(all: readonly DraftMeasure[], base: readonly Measure[]): readonly DraftMeasure[] {
  const isNew = ({ key }: Measure) => KNOWN_MEASURES.has(key) && base.every((own) => own.key !== key);
  return all.filter(isNew).reduce((kept, newcomer) => {
    const without = kept.filter(({ key }) => key !== newcomer.key);
    return contradictions(without) < contradictions(kept) ? without : kept;
  }, all);
}

/**
 * The chain as the import leaves it. In a plan with history nothing leaves, new measures join. Without history the
 * mapped measures are the chain: what lies before or between them leaves (intents → revenue is one value step), what
 * the way to the revenue still needs behind them stays with its default ratios; with the revenue alone, everything.
 */
export function deriveChain(layout: Layout, facts: PlanFacts): DraftMeasure[] {
  const imported = placeOwn(
    layout.imported
      .filter(({ measure }) => !isOther(measure.key))
      .map(({ measure, header }) => ({ ...measure, header, imported: true })),
  );
  const has = (key: string) => imported.some((measure) => measure.key === key);
  const base = [...facts.measures].sort(byOrder);
  const work = imported.filter(({ key }) => key !== REVENUE);
  const last = Math.max(-Infinity, ...imported.map(({ order }) => order));
  const stays = ({ key, order }: Measure) =>
    has(key) || facts.hasHistory || work.length === 0 || order > last || key === REVENUE;
  const others = base
    .filter((measure) => stays(measure) && !has(measure.key))
    .map((measure) => ({ ...measure, header: '', imported: false }));
  const all = withoutMisfits([...imported, ...others].sort(byOrder), base);
  const unchanged =
    all.every(({ key }) => base.some((measure) => measure.key === key)) && all.length === base.length;
  return unchanged ? [...all] : connect(all, base);
}
