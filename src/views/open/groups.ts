import type { FileReport } from '../../model/merging.ts';
import type { PlanFilesRead, PlanInfo } from '../../state/contract.ts';

export type ReadFile = Extract<FileReport, { ok: true }>;
export type Way = 'merge' | 'edit' | 'look' | 'copy' | 'skip';

/** Files of one plan, and what of it is on this device. */
export interface PlanGroup {
  readonly plan: string;
  readonly name: string;
  readonly files: readonly ReadFile[];
  readonly known: PlanInfo | null;
}

/** The files by plan, those of plans that are here first. */
export async function groupsOf(files: PlanFilesRead): Promise<PlanGroup[]> {
  const byPlan = new Map<string, ReadFile[]>();
  for (const report of files.reports)
    if (report.ok) byPlan.set(report.plan, [...(byPlan.get(report.plan) ?? []), report]);
  const groups = await Promise.all(
    [...byPlan].map(async ([plan, own]): Promise<PlanGroup> => {
      const name = own.find((file) => file.name !== '')?.name ?? own[0]!.file.replace(/\.[^.]*$/, '');
      return { plan, name, files: own, known: await files.known(plan) };
    }),
  );
  return groups.sort((a, b) => Number(b.known !== null) - Number(a.known !== null));
}

/** What may be done with a plan; the first is proposed. */
export const waysFor = ({ known, files }: PlanGroup, alone: boolean): Way[] => [
  ...(known ? (['merge'] as const) : opened(files)),
  'copy',
  ...(alone ? [] : (['skip'] as const)),
];

/** What was given to be looked at is proposed so. */
const opened = (files: readonly ReadFile[]): Way[] =>
  files.some(({ readOnly }) => readOnly) ? ['look', 'edit'] : ['edit', 'look'];
