import { weightOn } from './alerts/day-weight.ts';
import type { PlanState } from './plan-state.ts';

/** Who has entered anything so many days before a blank one keeps days. */
const KEPT_WITHIN = 31;
/** So many of those who worked on a day have entered it: it is missing of the others too, though they never entered any. */
const TEAM = 0.5;

/**
 * The one rule of missing days, for checks, alerts and the day's screens: a working day that is over, with nothing at all
 * entered by a person or a system, of a rep who keeps days. Days are day numbers; `to` is not included, nor is today.
 */
export class MissingDays {
  readonly #start: number;
  /** By rep, from `#start`: 1 = something was entered. */
  readonly #entered: readonly Uint8Array[];
  readonly #byTeam = new Map<number, boolean>();

  constructor(
    private readonly state: PlanState,
    readonly from: number,
    readonly to: number,
  ) {
    const { org, plan } = state;
    this.#start = from - KEPT_WITHIN;
    const length = Math.max(0, to - this.#start);
    this.#entered = plan.days.isEmpty
      ? []
      : org.repKeys.map((unit) => plan.days.entered(unit, this.#start, length));
  }

  has(rep: number, day: number): boolean {
    return (
      this.#entered.length > 0 &&
      !this.isEntered(rep, day) &&
      this.#works(rep, day) &&
      (this.#keeps(rep, day) || this.#isKeptByTeam(day))
    );
  }

  /** Of a rep, the earliest first. */
  of(rep: number): number[] {
    const days = Array.from({ length: Math.max(0, this.to - this.from) }, (_, at) => this.from + at);
    return days.filter((day) => this.has(rep, day));
  }

  isEntered(rep: number, day: number): boolean {
    return this.#entered[rep]?.[day - this.#start] === 1;
  }

  #works = (rep: number, day: number): boolean => weightOn(this.state, rep, day) > 0;

  #keeps(rep: number, day: number): boolean {
    const at = day - this.#start;
    return this.#entered[rep]?.subarray(Math.max(0, at - KEPT_WITHIN), at).includes(1) ?? false;
  }

  #isKeptByTeam(day: number): boolean {
    const known = this.#byTeam.get(day);
    if (known !== undefined) return known;
    let [worked, entered] = [0, 0];
    this.#entered.forEach((_, rep) => {
      if (!this.#works(rep, day)) return;
      worked++;
      if (this.isEntered(rep, day)) entered++;
    });
    const isKept = entered > 0 && entered >= worked * TEAM;
    this.#byTeam.set(day, isKept);
    return isKept;
  }
}
