import { readPreference, writePreference } from '../../ui/preferences.ts';

/** As whom a plan is opened on this device. It is no part of the plan: another device asks its own person. */
class Me {
  private changes = $state(0);

  of(plan: string): string | null {
    return this.changes >= 0 ? readPreference(keyOf(plan)) : null;
  }

  choose(plan: string, unit: string | null): void {
    writePreference(keyOf(plan), unit);
    this.changes++;
  }
}

const keyOf = (plan: string) => `me.${plan}`;

export const me = new Me();
