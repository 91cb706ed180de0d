import type { Contradiction, Differing, Missing, QualityAnswer, Repeated } from '../../../model/planning.ts';
import { dayOf, type Month } from '../../../model/time.ts';
import { swapExplains, usualShare } from '../../track/contradiction.ts';
import { copiedRuns, roundedRuns } from '../../track/repeats.ts';
import { keptFrom } from '../kept-days.ts';
import { MissingDays } from '../missing-days.ts';
import type { PlanState } from '../plan-state.ts';

/** A person's number that is so much off the system's is worth a look. */
const OFF_BY = 0.05;

/** The days of a month that are over, of some reps: what there is to check in them. */
export class DayChecks {
  readonly #first: number;
  readonly #end: number;
  readonly #measures: readonly string[];

  constructor(
    private readonly state: PlanState,
    private readonly month: Month,
    private readonly reps: readonly number[],
  ) {
    const { first, length } = state.days(month);
    this.#first = first;
    this.#end = Math.min(length, state.elapsed(month));
    this.#measures = [...state.plan.measures.values()]
      .sort((a, b) => a.order - b.order)
      .map(({ key }) => key);
  }

  #unit = (rep: number): string => this.state.org.repKeys[rep] ?? '';
  #day = (at: number): string => dayOf(this.#first + at);
  #works = (rep: number, at: number): boolean => (this.state.month(this.month).weights[rep]?.[at] ?? 0) > 0;
  #value = (measure: string, rep: number, at: number): number =>
    this.state.plan.days.value(measure, this.#unit(rep), this.#first + at) ?? NaN;

  #offsets(): number[] {
    return Array.from({ length: this.#end }, (_, at) => at);
  }

  /** Days without anything, and days on which some of what is kept by the day is blank. */
  missing(): Pick<QualityAnswer, 'missing' | 'partial'> {
    const missing: Missing[] = [];
    const partial: Missing[] = [];
    const found = new MissingDays(this.state, this.#first, this.#first + this.#end);
    const kept = this.#measures.flatMap((measure) => {
      const from = keptFrom(this.state, this.month, measure, found);
      return from === null ? [] : [{ measure, from }];
    });
    for (const rep of this.reps)
      for (const at of this.#offsets()) {
        const [unit, day] = [this.#unit(rep), this.#day(at)];
        if (found.has(rep, this.#first + at))
          missing.push({ unit, day, measures: kept.map(({ measure }) => measure) });
        else if (this.#works(rep, at) && found.isEntered(rep, this.#first + at)) {
          const isBlank = (measure: string): boolean => Number.isNaN(this.#value(measure, rep, at));
          const measures = kept.filter(({ measure, from }) => at >= from && isBlank(measure));
          if (measures.length > 0)
            partial.push({ unit, day, measures: measures.map(({ measure }) => measure) });
        }
      }
    return { missing, partial };
  }

  contradictions(): Contradiction[] {
    const { measures } = this.state.plan;
    return this.#measures.flatMap((part, at) => {
      const whole = this.#measures[at - 1];
      if (whole === undefined || measures.get(part)?.step !== 'share') return [];
      return this.reps.flatMap((rep) => this.#upsideDown(whole, part, rep));
    });
  }

  #upsideDown(whole: string, part: string, rep: number): Contradiction[] {
    const wholes = this.#offsets().map((at) => this.#value(whole, rep, at));
    const parts = this.#offsets().map((at) => this.#value(part, rep, at));
    const usual = usualShare(wholes, parts);
    return this.#offsets().flatMap((at): Contradiction[] => {
      const [wholeValue, partValue] = [wholes[at]!, parts[at]!];
      if (!(partValue > wholeValue)) return [];
      const swaps = swapExplains(wholeValue, partValue, usual);
      return [
        { unit: this.#unit(rep), day: this.#day(at), whole, part, wholeValue, partValue, usual, swaps },
      ];
    });
  }

  repeated(): Repeated[] {
    return this.reps.flatMap((rep) => [...this.#copied(rep), ...this.#rounded(rep)]);
  }

  #entered(rep: number): number[] {
    return this.#offsets().filter((at) =>
      this.#measures.some((measure) => !Number.isNaN(this.#value(measure, rep, at))),
    );
  }

  #copied(rep: number): Repeated[] {
    const entered = this.#entered(rep);
    const table = entered.map((at) => this.#measures.map((measure) => this.#value(measure, rep, at)));
    return copiedRuns(table).map(({ from, to }) =>
      this.#repeated(rep, 'copied', this.#measures[0] ?? '', entered.slice(from, to + 1), 0),
    );
  }

  #rounded(rep: number): Repeated[] {
    return this.#measures.flatMap((measure) => {
      if (this.state.unitOf(measure) === 'money') return [];
      const days = this.#offsets().filter((at) => !Number.isNaN(this.#value(measure, rep, at)));
      return roundedRuns(days.map((at) => this.#value(measure, rep, at))).map(({ from, to, step }) =>
        this.#repeated(rep, 'rounded', measure, days.slice(from, to + 1), step),
      );
    });
  }

  #repeated(
    rep: number,
    kind: Repeated['kind'],
    measure: string,
    days: readonly number[],
    step: number,
  ): Repeated {
    const values = days.map((at) => this.#value(measure, rep, at));
    return { unit: this.#unit(rep), kind, measure, days: days.map(this.#day), values, step };
  }

  differing(): Differing[] {
    const { days } = this.state.plan;
    return this.#measures.flatMap((measure) =>
      this.reps.flatMap((rep) => {
        const { person, system } = days.entries(measure, this.#unit(rep));
        return this.#offsets().flatMap((at): Differing[] => {
          const [own, other] = [person.get(this.#first + at), system.get(this.#first + at)];
          if (own === undefined || other === undefined) return [];
          if (Math.abs(own - other) <= OFF_BY * Math.max(Math.abs(own), Math.abs(other))) return [];
          return [{ unit: this.#unit(rep), day: this.#day(at), measure, person: own, system: other }];
        });
      }),
    );
  }
}
