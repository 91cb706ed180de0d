import { t } from '../../i18n/i18n.svelte.ts';
import type { Day } from '../../model/time.ts';
import type { VersionInfo } from '../../storage/versions/version.ts';
import { dayOfTime } from './when.ts';

export interface DayOfVersions {
  readonly day: Day;
  readonly versions: readonly VersionInfo[];
}

/** By day, as they come: the newest first. */
export function byDay(versions: readonly VersionInfo[]): DayOfVersions[] {
  const days: { day: Day; versions: VersionInfo[] }[] = [];
  for (const version of versions) {
    const day = dayOfTime(version.at);
    const last = days.at(-1);
    if (last?.day === day) last.versions.push(version);
    else days.push({ day, versions: [version] });
  }
  return days;
}

export const versionName = ({ name, reason }: VersionInfo): string => name ?? t().versions.reasons[reason];

const ROWS: ReadonlySet<string> = new Set(['import', 'delete']);

/** What the act touched, or what kind of version it is. */
export function versionDetail({ name, reason, count }: VersionInfo): string {
  const { details, reasons } = t().versions;
  const touched = count === undefined ? '' : ROWS.has(reason) ? details.rows(count) : details.cells(count);
  const kind = reason === 'daily' || reason === 'folder' || reason === 'named' ? details[reason] : touched;
  return name !== undefined && reason !== 'named' ? `${reasons[reason]}${touched && ` · ${touched}`}` : kind;
}
