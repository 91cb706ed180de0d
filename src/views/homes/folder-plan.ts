import { planCodec } from '../../files/plan-file/codec.ts';
import type { Fate, FolderPlan } from '../../files/team-folder/folder.ts';
import type { Result } from '../../model/failure.ts';
import type { FileReport } from '../../model/merging.ts';
import type { PlanShelf } from '../../state/contract.ts';
import { EarlierFailure } from './failure.ts';

/** What a file says that is not there as a whole: cut, zeros where its end will be, parts of two states. */
const HALF = new Set(['planDamaged', 'planChecksum', 'planNotBackcast']);

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new EarlierFailure(result.failure);
}

function fateOf(report: FileReport, plan: string, changed: boolean): Fate {
  if (!report.ok)
    return HALF.has(report.failure.code)
      ? { code: 'waiting' }
      : { code: 'refused', failure: report.failure.code };
  if (report.plan !== plan) return { code: 'otherPlan' };
  return { code: changed ? 'merged' : 'nothingNew', savedAt: report.savedAt };
}

/** A plan of this device as a folder sees it: what is stored of it. */
export function folderPlan(shelf: PlanShelf, plan: string): FolderPlan {
  const rowOf = async () => {
    const rows = valueOf(await (await shelf.storage).list());
    const row = rows.find(({ id }) => id === plan);
    if (!row) throw new EarlierFailure({ code: 'planMissing' });
    return row;
  };
  return {
    async merge(files) {
      const merged = await shelf.mergeInto(plan, files);
      valueOf(merged.stored);
      return new Map(merged.files.map((report) => [report.file, fateOf(report, plan, merged.changed)]));
    },
    state: async () => (await rowOf()).seq,
    async file() {
      // What was taken back before it counted as published must not leave, or it would come back from here.
      const { row, pages } = valueOf(await (await shelf.storage).publish(plan));
      return { state: row.seq, bytes: await planCodec.encode(plan, pages) };
    },
  };
}
