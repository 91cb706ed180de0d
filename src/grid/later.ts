/** Code that the first look at a sheet does not need; at once where it has come. */
export class Later<Code> {
  #code: Code | null = null;

  constructor(private readonly load: () => Promise<Code>) {}

  get here(): Code | null {
    return this.#code;
  }

  /** Rejects where it can't be had; asking again tries again. */
  async fetch(): Promise<Code> {
    return (this.#code ??= await this.load());
  }
}

/** At once where the code has come, else as soon as it has; where it can't be had, nothing is done. */
export function withLater<Code>(later: Later<Code>, act: (code: Code) => void): void {
  if (later.here) act(later.here);
  else void later.fetch().then(act, () => undefined);
}

export const finding = new Later(() => import('./find/index.ts'));
export const dayPicker = new Later(() => import('./editing/DayPicker.svelte'));
export const filling = new Later(() => import('./fill/fill.ts'));
export const cellMenu = new Later(() => import('./menu/CellMenu.svelte'));

export type FillCode = NonNullable<typeof filling.here>;

/** For when the sheet stands: nobody is to wait for them then. */
export function fetchLater(): void {
  for (const code of [filling, finding, dayPicker, cellMenu]) code.fetch().catch(() => undefined);
}
