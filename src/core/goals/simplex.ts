import type { Program } from './program.ts';

/** The inverse that the search keeps may have so many rows: 16 MB. */
export const MOST_LIMITS = 1400;

const BLOCK = 4096;
const REFRESH = 64;
const STEPS_AT_ONCE = 8;
const STUCK = 40;
const TINY = 1e-9;

/**
 * Moves of cells that give the limits what they miss, by the first phase of the bounded simplex method (Dantzig 1955;
 * the sum of infeasibilities as in Maros 2003, ch. 9) with the inverse of the basis kept whole. It begins with no cell
 * moved, so that few are. Variables are each cell's way up, each cell's way down, and what each limit goes on missing.
 * Bounds can be changed and the search taken up from where it was; so can limits be set aside and held again.
 */
export class Simplex {
  readonly amounts: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** After a search without success: how much each limit weighs in the proof, and by how much it misses. */
  proof: Float64Array;
  short = 0;
  private readonly cells: number;
  private readonly moves: number;
  private readonly limits: number;
  private readonly basic: Int32Array;
  private readonly placeOf: Int32Array;
  private readonly inverse: Float64Array;
  private readonly tolerance: number;
  private from = 0;

  constructor(private readonly program: Program) {
    const { margin, up, down, slack } = program;
    this.cells = up.length;
    this.moves = this.cells * 2;
    this.limits = margin.length;
    const all = this.moves + this.limits;
    [this.low, this.high, this.amounts] = [
      new Float64Array(all),
      new Float64Array(all),
      new Float64Array(all),
    ];
    this.high.set(up);
    this.high.set(down, this.cells);
    this.high.set(slack, this.moves);
    this.proof = new Float64Array(this.limits);
    this.basic = Int32Array.from({ length: this.limits }, (_, at) => this.moves + at);
    this.placeOf = new Int32Array(all).fill(-1);
    this.basic.forEach((variable, place) => (this.placeOf[variable] = place));
    this.inverse = new Float64Array(this.limits * this.limits);
    for (let at = 0; at < this.limits; at++) this.inverse[at * this.limits + at] = 1;
    this.tolerance = Math.max(1e-6, 1e-13 * margin.reduce((sum, of) => sum + Math.abs(of), 0));
  }

  /** How far each cell has moved. */
  moved(): Float64Array {
    return this.amounts.slice(0, this.cells).map((up, cell) => up - (this.amounts[this.cells + cell] ?? 0));
  }

  /** From here on a limit may miss anything. */
  setAside(limit: number): void {
    this.low[this.moves + limit] = -Infinity;
    this.high[this.moves + limit] = Infinity;
  }

  /** From here on it may miss as much as the program says. */
  hold(limit: number): void {
    this.low[this.moves + limit] = 0;
    this.high[this.moves + limit] = this.program.slack[limit] ?? 0;
  }

  /** True once every limit is met. */
  *search(): Generator<number, boolean> {
    this.refresh();
    let stuck = 0;
    for (let step = 1; ; step++) {
      const before = this.short;
      const costs = this.costs();
      if (!costs) return true;
      if (step > 1 && this.short > before - TINY) stuck++;
      else stuck = 0;
      this.price(costs);
      const entering = this.entering(stuck > STUCK);
      if (entering < 0) return false;
      this.advance(entering);
      if (step % REFRESH === 0) this.refresh();
      if (step % STEPS_AT_ONCE === 0) yield 0.5;
    }
  }

  /** Puts what is not in the basis on its nearer bound, and the basis where that leaves it. */
  private refresh(): void {
    const rest = this.program.margin.slice();
    for (let variable = 0; variable < this.amounts.length; variable++) {
      if ((this.placeOf[variable] ?? 0) >= 0) continue;
      const amount = this.nearerBound(variable);
      this.amounts[variable] = amount;
      if (amount === 0) continue;
      this.eachLimit(variable, (limit, sign) => (rest[limit] = (rest[limit] ?? 0) - sign * amount));
    }
    const { limits, inverse } = this;
    for (let place = 0; place < limits; place++) {
      let amount = 0;
      for (let at = 0; at < limits; at++) amount += (inverse[place * limits + at] ?? 0) * (rest[at] ?? 0);
      this.amounts[this.basic[place] ?? 0] = amount;
    }
  }

  private nearerBound(variable: number): number {
    const [low, high, amount] = [
      this.low[variable] ?? 0,
      this.high[variable] ?? 0,
      this.amounts[variable] ?? 0,
    ];
    if (low === -Infinity && high === Infinity) return 0;
    return amount - low <= high - amount ? low : high;
  }

  private eachLimit(variable: number, visit: (limit: number, sign: number) => void): void {
    if (variable >= this.moves) {
      visit(variable - this.moves, 1);
      return;
    }
    const sign = variable < this.cells ? 1 : -1;
    const cell = sign > 0 ? variable : variable - this.cells;
    for (const family of this.program.own) {
      const limit = family[cell] ?? -1;
      if (limit >= 0) visit(limit, sign);
    }
  }

  /** Which way each place of the basis is out of its bounds; null = none is. */
  private costs(): Float64Array | null {
    const costs = new Float64Array(this.limits);
    this.short = 0;
    this.basic.forEach((variable, place) => {
      const amount = this.amounts[variable] ?? 0;
      const below = (this.low[variable] ?? 0) - amount;
      const above = amount - (this.high[variable] ?? 0);
      if (below <= this.tolerance && above <= this.tolerance) return;
      costs[place] = below > 0 ? -1 : 1;
      this.short += Math.max(below, above);
    });
    return this.short > 0 ? costs : null;
  }

  private price(costs: Float64Array): void {
    const { limits, inverse } = this;
    const proof = new Float64Array(limits);
    costs.forEach((cost, place) => {
      if (cost === 0) return;
      for (let at = 0; at < limits; at++)
        proof[at] = (proof[at] ?? 0) + cost * (inverse[place * limits + at] ?? 0);
    });
    this.proof = proof;
  }

  /** The variable that mends most in the first block that has any; when stuck simply the first, which never cycles. */
  private entering(first: boolean): number {
    const all = this.amounts.length;
    let best = -1;
    let most = TINY;
    if (first) this.from = 0;
    for (let tried = 0; tried < all; tried++) {
      if (best >= 0 && (first || tried % BLOCK === 0)) break;
      const variable = this.from;
      this.from = variable + 1 < all ? variable + 1 : 0;
      if ((this.placeOf[variable] ?? 0) >= 0 || this.low[variable] === this.high[variable]) continue;
      const gain = this.goesUp(variable) ? this.gain(variable) : -this.gain(variable);
      if (gain > most) [best, most] = [variable, gain];
    }
    return best;
  }

  /** The way that a variable outside the basis can go: off its bound, or where it has none the way that mends. */
  private goesUp(variable: number): boolean {
    return this.low[variable] === -Infinity
      ? this.gain(variable) > 0
      : this.amounts[variable] === this.low[variable];
  }

  /** What a variable mends that goes up. */
  private gain(variable: number): number {
    if (variable >= this.moves) return this.proof[variable - this.moves] ?? 0;
    let gain = 0;
    const isUp = variable < this.cells;
    const cell = isUp ? variable : variable - this.cells;
    for (const family of this.program.own) {
      const limit = family[cell] ?? -1;
      if (limit >= 0) gain += this.proof[limit] ?? 0;
    }
    return isUp ? gain : -gain;
  }

  /** Moves a variable off its bound until something meets one of its own, which then leaves the basis. */
  private advance(entering: number): void {
    const { limits, inverse, amounts } = this;
    const up = this.goesUp(entering);
    const from = amounts[entering] ?? 0;
    const column = new Float64Array(limits);
    this.eachLimit(entering, (limit, sign) => {
      for (let place = 0; place < limits; place++)
        column[place] = (column[place] ?? 0) + sign * (inverse[place * limits + limit] ?? 0);
    });
    let far = (this.high[entering] ?? 0) - (this.low[entering] ?? 0);
    let leaving = -1;
    column.forEach((share, place) => {
      if (Math.abs(share) < TINY) return;
      const room = this.room(this.basic[place] ?? 0, up ? -share : share) / Math.abs(share);
      const tie = Math.abs(room - far) < TINY && leaving >= 0;
      if (tie ? Math.abs(share) > Math.abs(column[leaving] ?? 0) : room < far) {
        far = Math.max(room, 0);
        leaving = place;
      }
    });
    column.forEach((share, place) => {
      const variable = this.basic[place] ?? 0;
      amounts[variable] = (amounts[variable] ?? 0) + (up ? -share : share) * far;
    });
    amounts[entering] = from + (up ? far : -far);
    if (leaving >= 0) this.pivot(entering, leaving, column);
    else amounts[entering] = (up ? this.high[entering] : this.low[entering]) ?? 0;
  }

  /** How far a variable can go in a direction: to its next bound, or, out of its bounds already, back to them. */
  private room(variable: number, direction: number): number {
    const [low, high, amount] = [
      this.low[variable] ?? 0,
      this.high[variable] ?? 0,
      this.amounts[variable] ?? 0,
    ];
    if (direction > 0) {
      if (amount < low - this.tolerance) return low - amount;
      return amount > high + this.tolerance ? Infinity : Math.max(0, high - amount);
    }
    if (amount > high + this.tolerance) return amount - high;
    return amount < low - this.tolerance ? Infinity : Math.max(0, amount - low);
  }

  private pivot(entering: number, place: number, column: Float64Array): void {
    const { limits, inverse } = this;
    const out = this.basic[place] ?? 0;
    this.amounts[out] = this.nearerBound(out);
    this.placeOf[out] = -1;
    this.placeOf[entering] = place;
    this.basic[place] = entering;
    const row = inverse.subarray(place * limits, (place + 1) * limits);
    const by = column[place] ?? 1;
    const filled: number[] = [];
    for (let at = 0; at < limits; at++) {
      if (row[at] === 0) continue;
      row[at] = (row[at] ?? 0) / by;
      filled.push(at);
    }
    for (let other = 0; other < limits; other++) {
      const share = column[other] ?? 0;
      if (share === 0 || other === place) continue;
      for (const at of filled) {
        const index = other * limits + at;
        inverse[index] = (inverse[index] ?? 0) - share * (row[at] ?? 0);
      }
    }
  }
}
