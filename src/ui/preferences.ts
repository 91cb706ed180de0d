const prefix = 'backcast.';

/** Small choices of this browser (theme, language, last plan). Private modes may refuse the store: then they last as long as the page. */
const memory = new Map<string, string>();

export function readPreference(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

export function writePreference(key: string, value: string | null): void {
  if (value === null) memory.delete(key);
  else memory.set(key, value);
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // Refused: the copy in memory holds.
  }
}
