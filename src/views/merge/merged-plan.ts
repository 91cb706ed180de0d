import type { RecordChange } from '../../model/diff.ts';
import type { BackcastAnswer, BoardSum } from '../../model/planning.ts';
import { RECORD_KINDS } from '../../model/sheet-of.ts';
import type { Month } from '../../model/time.ts';
import type { PlannerClient } from '../../planner/client.ts';
import type { PlanMerge, PlanSession } from '../../state/contract.ts';
import { inSlices } from '../../state/pace.ts';

const PARCEL = 2000;
/** What a month comes to, of one state of the plan. */
export interface Comes {
  readonly sum: BoardSum;
  /** Of everybody where one unit is above all: else nobody has summed it. */
  readonly whole: { readonly toGo: number; readonly perDay: number; readonly work: string } | null;
}

type Reader = Pick<PlannerClient, 'read'> | Pick<PlanSession, 'read'>;

export async function comesTo(reader: Reader, month: Month, unit: string | null): Promise<Comes | null> {
  const [board, backcast] = await Promise.all([
    reader.read({ kind: 'board', month, unit }),
    reader.read({ kind: 'backcast', month, mode: 'toGo' }),
  ]);
  return board && backcast ? { sum: board.sum, whole: wholeOf(backcast, unit) } : null;
}

function wholeOf({ units, toGo, perDay, measures }: BackcastAnswer, unit: string | null): Comes['whole'] {
  const at = unit === null ? 0 : units.indexOf(unit);
  const work = measures.at(-1);
  if (at < 0 || work === undefined) return null;
  return { toGo: toGo[at] ?? NaN, perDay: perDay.at(-1)?.[at] ?? NaN, work };
}

/** A planner of its own with the plan as the merge would leave it. */
export async function mergedPlan(
  session: PlanSession,
  merge: PlanMerge,
  planner: PlannerClient,
): Promise<PlannerClient> {
  const records = RECORD_KINDS.flatMap((kind) => session.ofKind(kind));
  planner.load(records.slice(0, PARCEL), session.asOf);
  await inSlices(records.slice(PARCEL), PARCEL, (slice) => {
    planner.apply(slice.map(([id, values]): RecordChange => ({ id, values })));
  });
  for (let from = 0; ; from += PARCEL) {
    const changes = await merge.changes(from, PARCEL);
    if (!changes.length) return planner;
    planner.apply(changes);
  }
}
