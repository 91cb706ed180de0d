/** So many days lie side by side, as a power of two. */
const PAGE_BITS = 7;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;

/**
 * Numbers by day; a blank is absent. Days lie side by side in pages, as hundreds of thousands of them are looked at for one
 * screen: a page only where there is a number, so that a single day far off costs no more.
 */
export class DayNumbers {
  readonly #pages = new Map<number, Float64Array>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** undefined = blank. */
  get(day: number): number | undefined {
    const value = this.#pages.get(day >> PAGE_BITS)?.[day & IN_PAGE];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  has(day: number): boolean {
    return this.get(day) !== undefined;
  }

  set(day: number, value: number): void {
    const at = day >> PAGE_BITS;
    let page = this.#pages.get(at);
    if (!page) this.#pages.set(at, (page = new Float64Array(PAGE).fill(NaN)));
    if (Number.isNaN(page[day & IN_PAGE])) this.#size++;
    page[day & IN_PAGE] = value;
  }

  delete(day: number): void {
    const page = this.#pages.get(day >> PAGE_BITS);
    if (!page || Number.isNaN(page[day & IN_PAGE])) return;
    page[day & IN_PAGE] = NaN;
    this.#size--;
  }

  /** The first day with a number; null = there is none. */
  get first(): number | null {
    for (const at of [...this.#pages.keys()].sort((a, b) => a - b)) {
      const day = this.#pages.get(at)!.findIndex((value) => !Number.isNaN(value));
      if (day >= 0) return at * PAGE + day;
    }
    return null;
  }

  /** Days with a number, page by page. */
  *keys(): Generator<number, void> {
    for (const [at, page] of this.#pages)
      for (let day = 0; day < PAGE; day++) if (!Number.isNaN(page[day])) yield (at << PAGE_BITS) + day;
  }

  /** Puts the numbers of the days from one on into the blanks of a column; NaN = blank. */
  fillBlanks(column: Float64Array, first: number): void {
    for (let at = 0; at < column.length;) {
      const day = first + at;
      const start = day & IN_PAGE;
      const length = Math.min(PAGE - start, column.length - at);
      const page = this.#pages.get(day >> PAGE_BITS);
      if (page)
        for (let step = 0; step < length; step++)
          if (Number.isNaN(column[at + step])) column[at + step] = page[start + step]!;
      at += length;
    }
  }
}
