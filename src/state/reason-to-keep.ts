import type { Change } from '../model/diff.ts';
import { kindOf } from '../model/ids.ts';
import type { VersionReason } from '../storage/versions/version.ts';
import type { StepLabel } from './contract.ts';

/** Acts of many cells; those of a few are what undo is for. */
const MANY_CELLS = 20;
type Codes = { readonly [code in StepLabel['code']]?: VersionReason };
const ALWAYS: Codes = {
  import: 'import',
  merge: 'merge',
  spread: 'spread',
  keepScenario: 'scenario',
  restoreVersion: 'restore',
};
const OF_MANY: Codes = {
  paste: 'paste',
  fill: 'fill',
  clear: 'clear',
  cut: 'clear',
  replace: 'replace',
  deleteRows: 'delete',
};

/** A goal that was typed over, and what that changed below it. */
const isRespread = ({ code, count = 1 }: StepLabel, changes: readonly Change[]): boolean =>
  code === 'type' && changes.length > count && 'id' in changes[0]! && kindOf(changes[0].id) === 'goal';

/** What a version may be kept before: an act, another day, or files that are joined by themselves. */
export type Occasion = StepLabel | 'daily' | 'folder';

/** Why the plan is kept as it is before an act; undefined = the act is small. */
export function reasonToKeep(label: Occasion, changes: readonly Change[]): VersionReason | undefined {
  if (label === 'daily' || label === 'folder') return label;
  if (isRespread(label, changes)) return 'spread';
  const isMany = changes.length >= MANY_CELLS || (label.code === 'deleteRows' && (label.count ?? 1) > 1);
  return ALWAYS[label.code] ?? (isMany ? OF_MANY[label.code] : undefined);
}
