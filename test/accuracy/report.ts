/** Figures beside their targets, and whether all of them are met. */
export class Report {
  readonly #print: (line: string) => void;
  #missed = 0;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  get missed(): number {
    return this.#missed;
  }

  heading(text: string): void {
    this.#print(`\n${text}`);
  }

  note(text: string): void {
    this.#print(`  ${text}`);
  }

  /** A figure that must lie from `low` to `high`, both included. */
  within(name: string, value: number, low: number, high: number): void {
    this.#judge(name, value, `${format(low)} to ${format(high)}`, value >= low && value <= high);
  }

  atMost(name: string, value: number, limit: number): void {
    this.#judge(name, value, `at most ${format(limit)}`, value <= limit);
  }

  #judge(name: string, value: number, target: string, met: boolean): void {
    if (!met) this.#missed++;
    this.#print(`  ${met ? 'ok    ' : 'MISSED'} ${name.padEnd(56)} ${format(value).padStart(8)}   ${target}`);
  }
}

export const format = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en-US') : value.toFixed(3);
