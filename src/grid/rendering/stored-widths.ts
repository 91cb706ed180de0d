/*
 * Column widths that a person has set: this device only, by sheet. Losing them loses nothing of the plan, so a
 * browser that refuses storage is no failure.
 */
const keyOf = (sheet: string) => `backcast.widths.${sheet}`;

export function readWidths(sheet: string): ReadonlyMap<string, number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(sheet)) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return new Map();
    return new Map(Object.entries(stored).filter(([, width]) => Number.isFinite(width)));
  } catch {
    return new Map();
  }
}

export function keepWidths(sheet: string, widths: ReadonlyMap<string, number>): void {
  try {
    localStorage.setItem(keyOf(sheet), JSON.stringify(Object.fromEntries(widths)));
  } catch {
    return;
  }
}
