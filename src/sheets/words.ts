import { t } from '../i18n/i18n.svelte.ts';
import type { RecordEntry } from '../model/diff.ts';
import { keysOf } from '../model/ids.ts';
import { parseMeasure } from '../model/records/read.ts';
import type { Measure, StepKind } from '../model/records/measure.ts';

/** What a plan calls its measures and ratios. */
export interface PlanWords {
  /** From the work to the result, as records have them. */
  readonly measures: readonly Measure[];
  readonly measure: (key: string) => string;
  /** The ratio of the step into a measure; `from` where another step than the usual leads there. */
  readonly ratio: (measure: string, from?: string) => string;
  /** The first measure of the chain: what people do all day. */
  readonly work: string | null;
}

/** The words of the template: for where no plan is at hand. */
export const measureName = (measure: string): string => t().chain.measure[measure] ?? measure;

/** The name of a ratio between neighbours of a template's chain, else one made of both names. */
export function ratioName(
  measure: string,
  from: string,
  step: StepKind | null = null,
  name: (key: string) => string = measureName,
): string {
  const usual = t().chain.ratio[`${from} ${measure}`];
  if (usual !== undefined) return usual;
  const { valueOf, ratioOf } = t().chain;
  return (step === 'value' ? valueOf : ratioOf)(name(measure), name(from));
}

const inOrder = (records: readonly RecordEntry[]): Measure[] =>
  records
    .map(([id, values]) => parseMeasure(keysOf(id)[0] ?? '', values))
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));

/**
 * The plan's own names where it has some, else the template's. `records`: those of kind `measure`. `chain`: the measures
 * that the data has, from the result back to the work, where that is known: steps may be merged.
 */
export function planWords(records: readonly RecordEntry[], chain?: readonly string[]): PlanWords {
  const measures = inOrder(records);
  const places = new Map(measures.map(({ key }, at) => [key, at]));
  const measure = (key: string): string => measures[places.get(key) ?? -1]?.name || measureName(key);
  const line = chain ?? measures.map(({ key }) => key).reverse();
  const before = (key: string): string | undefined => line[line.indexOf(key) + 1];
  return {
    measures,
    measure,
    work: line.at(-1) ?? null,
    ratio(key, from = before(key)) {
      const step = measures[places.get(key) ?? -1]?.step ?? null;
      return from === undefined ? measure(key) : ratioName(key, from, step, measure);
    },
  };
}
