import { readPreference, writePreference } from '../../ui/preferences.ts';

/** The preference that names the plans with a second home, so that others need none of its code (main.ts asks for it). */
const HOMES = 'homes';

export function noteHome(plan: string, has: boolean): void {
  const others = (readPreference(HOMES) ?? '').split(' ').filter((each) => each && each !== plan);
  writePreference(HOMES, [...others, ...(has ? [plan] : [])].join(' ') || null);
}

export const hasHome = (plan: string): boolean => (readPreference(HOMES) ?? '').split(' ').includes(plan);
