import type { Change, RecordEntry } from '../../../model/diff.ts';
import { keysOf, recordId } from '../../../model/ids.ts';
import type { Values } from '../../../model/json.ts';
import type { Measure } from '../../../model/records/measure.ts';

type Get = (id: string) => Values | undefined;

/** Measures get places between their neighbours' where they have none that fits; the others keep theirs. */
export function placed<T extends Measure>(chain: readonly T[]): T[] {
  const fits = chain.every(({ order }, at) => order > (chain[at - 1]?.order ?? -Infinity));
  const last = chain.at(-1)?.order ?? 0;
  return fits
    ? [...chain]
    : chain.map((measure, at) => ({ ...measure, order: (Math.max(last, 60) * (at + 1)) / chain.length }));
}

/** The edits that make the plan's measures these; measures that stay keep every other field. */
export function measureChanges(before: readonly Measure[], chain: readonly Measure[], get: Get): Change[] {
  const stays = new Set(chain.map(({ key }) => key));
  const removed = before.filter(({ key }) => !stays.has(key));
  return [
    ...removed.map(({ key }) => ({ remove: recordId.measure(key) })),
    ...placed(chain).flatMap(
      ({ key, minutes, name, order, unit, step, assumed, lagMedian, lag90 }): Change[] => {
        const id = recordId.measure(key);
        const values = { name, order, unit, step, assumed, lagMedian, lag90, minutes };
        const stored = get(id);
        if (!stored) return [{ create: id, values }];
        const known: Partial<Measure> = before.find((measure) => measure.key === key) ?? {};
        return Object.entries(values).flatMap(([field, value]) =>
          known[field as keyof typeof values] === value ? [] : [{ id, field, value }],
        );
      },
    ),
  ];
}

/** What leads to a measure: the one before it and the kind of step. */
const stepInto = (chain: readonly Measure[], key: string): string => {
  const at = chain.findIndex((measure) => measure.key === key);
  return `${chain[at - 1]?.key ?? ''} ${chain[at]?.step ?? ''}`;
};

/** Ratios set by hand for steps that are other steps afterwards: 20 % of the pipeline is no money per win. */
export function outdatedOverrides(
  before: readonly Measure[],
  chain: readonly Measure[],
  overrides: readonly RecordEntry[],
): { readonly id: string; readonly measure: string }[] {
  const stays = new Set(chain.map(({ key }) => key));
  return overrides.flatMap(([id]) => {
    const measure = keysOf(id)[1] ?? '';
    const isOther = stays.has(measure) && stepInto(before, measure) !== stepInto(chain, measure);
    return isOther ? [{ id, measure }] : [];
  });
}
