import type { Change } from '../../../model/diff.ts';
import { keysOf, recordId } from '../../../model/ids.ts';
import { addMonths, type Day, type Month } from '../../../model/time.ts';
import type { PlanSession } from '../../../state/contract.ts';

type Records = Pick<PlanSession, 'get' | 'ofKind'>;

export interface OverrideDraft {
  readonly unit: string;
  readonly measure: string;
  readonly from: Month;
  readonly ratio: number;
  /** Last month it holds; null = until it is restored. */
  readonly until: Month | null;
  readonly reason: string;
  readonly setOn: Day;
}

interface InForce {
  readonly id: string;
  readonly from: Month;
}

/** A unit's own overrides of a step that hold in a month. */
function inForce(records: Records, unit: string, measure: string, month: Month): InForce[] {
  return records.ofKind('override').flatMap(([id, values]) => {
    const [of, step, from = ''] = keysOf(id);
    const until = values['until'];
    const holds = from <= month && (typeof until !== 'string' || until === '' || until >= month);
    return of === unit && step === measure && holds ? [{ id, from }] : [];
  });
}

/** Overrides that hold in the month hold no longer from it on; the months before keep theirs. */
export const restoreChanges = (
  records: Records,
  unit: string,
  measure: string,
  month: Month,
): readonly Change[] =>
  inForce(records, unit, measure, month).map(({ id, from }) =>
    from === month ? { remove: id } : { id, field: 'until', value: addMonths(month, -1) },
  );

/** From a month on, a ratio is set by hand; what held before ends with the month before. */
export function overrideChanges(records: Records, draft: OverrideDraft): readonly Change[] {
  const { unit, measure, from, ratio, until, reason, setOn } = draft;
  const id = recordId.override(unit, measure, from);
  const ended = restoreChanges(records, unit, measure, from).filter((change) => !('remove' in change));
  return [...ended, { create: id, values: { ratio, until, reason, setOn } }];
}

/** The unit whose override holds for this one: itself or the nearest team above; null = none. */
export function overrideHolder(records: Records, unit: string, measure: string, month: Month): string | null {
  const seen = new Set<string>();
  let at: string | null = unit;
  while (at !== null && !seen.has(at)) {
    if (inForce(records, at, measure, month).length > 0) return at;
    seen.add(at);
    const parent: unknown = records.get(recordId.unit(at))?.['parent'];
    at = typeof parent === 'string' ? parent : null;
  }
  return null;
}
