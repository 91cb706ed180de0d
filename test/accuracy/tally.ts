const BINS = 10;

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Counts how promises and forecasts came out. */
export class Tally {
  readonly #promises = new Map<number, { made: number; kept: number; none: number }>();
  readonly #bins = Array.from({ length: BINS }, () => ({ count: 0, chance: 0, reached: 0 }));
  readonly #errors: number[] = [];
  readonly #teams = { count: 0, inside: 0 };
  readonly #companies = { count: 0, kept: 0 };
  undefinedQuotas = 0;

  /** Money over the goal; NaN where the plan said that no amount of work could promise it. */
  promise(confidence: number, over: number): void {
    const known = this.#promises.get(confidence) ?? { made: 0, kept: 0, none: 0 };
    this.#promises.set(confidence, known);
    if (Number.isNaN(over)) known.none++;
    else known.made++;
    if (over >= 0) known.kept++;
  }

  forecast(chance: number, reached: boolean): void {
    const bin = this.#bins[Math.min(BINS - 1, Math.floor(chance * BINS))]!;
    bin.count++;
    bin.chance += chance;
    bin.reached += reached ? 1 : 0;
  }

  quota(quota: number, truth: number): void {
    if (Number.isFinite(quota)) this.#errors.push(Math.abs(Math.log(quota / truth)));
    else this.undefinedQuotas++;
  }

  team(chance: number): void {
    this.#teams.count++;
    if (chance >= 0.1 && chance <= 0.9) this.#teams.inside++;
  }

  company(kept: boolean): void {
    this.#companies.count++;
    if (kept) this.#companies.kept++;
  }

  get plans(): number {
    return this.#errors.length + this.undefinedQuotas;
  }

  kept(confidence: number): number {
    const { made, kept } = this.#promises.get(confidence)!;
    return kept / made;
  }

  /** Share of the plans that could not be promised with any amount of work. */
  unpromised(confidence: number): number {
    const { made, none } = this.#promises.get(confidence)!;
    return none / (made + none);
  }

  /** How far the forecast chances are off what came of them, by tenths of P, weighted. */
  get calibrationError(): number {
    const all = this.#bins.reduce((sum, { count }) => sum + count, 0);
    return this.#bins.reduce((sum, { chance, reached }) => sum + Math.abs(chance - reached), 0) / all;
  }

  get teamCover(): number {
    return this.#teams.inside / this.#teams.count;
  }

  get companyKept(): number {
    return this.#companies.kept / this.#companies.count;
  }

  get quotaError(): number {
    const sorted = Float64Array.from(this.#errors).sort();
    return sorted[Math.floor(sorted.length / 2)]!;
  }

  line(): string {
    return [
      `${this.plans} plans`,
      `“80 %” ${percent(this.kept(0.8))}`,
      `“50 %” ${percent(this.kept(0.5))}`,
      `unpromised ${percent(this.unpromised(0.8))}`,
      `ECE ${this.calibrationError.toFixed(3)}`,
      `teams ${percent(this.teamCover)}`,
      `companies ${percent(this.companyKept)}`,
    ].join(', ');
  }
}
