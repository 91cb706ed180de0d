import { fileName } from '../../files/plan-file/codec.ts';
import { archiveOf, type NamedBytes } from '../../files/slice/client.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import type { PlanShelf } from '../../state/contract.ts';
import { downloadFile } from '../../ui/download.ts';
import { readPreference, writePreference } from '../../ui/preferences.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import { dayOfTime } from './when.ts';

export const REMINDERS = ['daily', 'weekly', 'never'] as const;
export type Reminder = (typeof REMINDERS)[number];

/** The preference that says how often somebody wants to be reminded; where it is missing, never. */
export const reminderKey = (planId: string): string => `backupReminder.${planId}`;
const snoozeKey = (planId: string): string => `backupLater.${planId}`;

export function reminderOf(planId: string): Reminder {
  const chosen = readPreference(reminderKey(planId));
  return REMINDERS.find((each) => each === chosen) ?? 'never';
}

export function remind(planId: string, reminder: Reminder): void {
  writePreference(reminderKey(planId), reminder === 'never' ? null : reminder);
  writePreference(snoozeKey(planId), null);
}

export const snooze = (planId: string, today: string): void => writePreference(snoozeKey(planId), today);
export const isSnoozed = (planId: string, today: string): boolean =>
  readPreference(snoozeKey(planId)) === today;

const DAY_MS = 86_400_000;
const PERIOD: { readonly [reminder in Reminder]: number } = { daily: 1, weekly: 7, never: Infinity };

export interface Backup {
  /** null = never. */
  readonly at: number | null;
  /** Something was changed since. */
  readonly stale: boolean;
}

export async function lastBackup(shelf: PlanShelf, planId: string): Promise<Backup> {
  const rows = await (await shelf.storage).list();
  const row = rows.ok ? rows.value.find(({ id }) => id === planId) : undefined;
  const at = row?.backedUpAt ?? null;
  return { at, stale: row !== undefined && (at === null || row.changedAt > at) };
}

/** Whole days since then. */
export const daysSince = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / DAY_MS));

/** The plan has changed since a backup that is older than the reminder allows. */
export const isDue = ({ at, stale }: Backup, reminder: Reminder, now: number): boolean =>
  stale && (at === null ? reminder !== 'never' : (now - at) / DAY_MS >= PERIOD[reminder]);

const PLAN_TYPE = 'application/gzip';
const ARCHIVE_TYPE = 'application/zip';

/** False = the system takes no such files, or did not take them after all. */
async function share(files: readonly File[]): Promise<boolean> {
  const device = navigator as Partial<Pick<Navigator, 'canShare' | 'share'>>;
  if (!matchMedia('(pointer: coarse)').matches || !device.canShare?.({ files: [...files] })) return false;
  try {
    await device.share?.({ files: [...files] });
    return true;
  } catch (error) {
    // Closed without sending: nothing is to be downloaded instead.
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** Browsers stop at the second download of one tap, and phones ask before each: several files leave as one. */
async function asOne(files: readonly File[]): Promise<File> {
  const [only] = files;
  if (files.length === 1 && only) return only;
  const named = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const name = fileName(t().versions.storage.archive(dayOfTime(Date.now())), '.zip');
  return new File([(await archiveOf(unlike(named))) as BlobPart], name, { type: ARCHIVE_TYPE });
}

/** Plans of one name get files of different names. */
function unlike(files: readonly NamedBytes[]): NamedBytes[] {
  const used = new Set<string>();
  return files.map(({ name, bytes }) => {
    let free = name;
    for (let at = 2; used.has(free); at++) free = name.replace(/(\.[^.]*)?$/, ` (${String(at)})$1`);
    used.add(free);
    return { name: free, bytes };
  });
}

/** Plans as files, handed to the person: where files are handed on rather than downloaded, all go at once. */
export async function backUp(shelf: PlanShelf, planIds: readonly string[]): Promise<void> {
  const files: File[] = [];
  for (const planId of planIds) {
    const { name, bytes } = await shelf.exportFile(planId);
    files.push(new File([bytes as BlobPart], name, { type: PLAN_TYPE }));
  }
  if (!(await share(files))) {
    const one = await asOne(files);
    if (one === files[0] || !(await share([one])))
      downloadFile(one.name, new Uint8Array(await one.arrayBuffer()), one.type);
  }
  showToast({ text: t().versions.storage.backedUp(files.length) });
}
