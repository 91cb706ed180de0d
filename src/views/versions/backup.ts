import { t } from '../../i18n/i18n.svelte.ts';
import type { PlanShelf } from '../../state/contract.ts';
import { downloadFile } from '../../ui/download.ts';
import { readPreference, writePreference } from '../../ui/preferences.ts';
import { showToast } from '../../ui/toasts.svelte.ts';

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

const FILE_TYPE = 'application/gzip';

/** Where files are handed on rather than downloaded, all go at once. */
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

/** Plans as files, handed to the person. */
export async function backUp(shelf: PlanShelf, planIds: readonly string[]): Promise<void> {
  const files: File[] = [];
  for (const planId of planIds) {
    const { name, bytes } = await shelf.exportFile(planId);
    files.push(new File([bytes as BlobPart], name, { type: FILE_TYPE }));
  }
  if (!(await share(files)))
    for (const file of files) downloadFile(file.name, new Uint8Array(await file.arrayBuffer()), FILE_TYPE);
  showToast({ text: t().versions.storage.backedUp(files.length) });
}
