import type { StorageState } from '../settings/storage-state.ts';

/** Why what is kept here may be gone one day. */
export type Danger = 'memory' | 'safari' | 'small';

interface Surroundings {
  readonly keeps: boolean;
  readonly storage: Pick<StorageState, 'quota' | 'persisted'> | null;
  readonly vendor: string;
  /** Started from the Home Screen or the Dock. */
  readonly installed: boolean;
}

/** A normal profile is allowed gigabytes; private windows get a share of the memory. */
const SMALL_QUOTA = 1_500_000_000;

export function dangerOf({ keeps, storage, vendor, installed }: Surroundings): Danger | null {
  if (!keeps) return 'memory';
  if (/^Apple/.test(vendor) && !installed && !storage?.persisted) return 'safari';
  return storage?.quota !== undefined && storage.quota < SMALL_QUOTA && !storage.persisted ? 'small' : null;
}

export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as { readonly standalone?: boolean }).standalone === true;

/** Devices on which the app on the Home Screen does not see what the browser keeps. */
export const keepsApart = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/^Apple/.test(navigator.vendor) && navigator.maxTouchPoints > 1);
