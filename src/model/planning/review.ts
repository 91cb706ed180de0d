import type { StepKind } from '../records/measure.ts';
import type { Day, Month } from '../time.ts';

/** How sure it is that a ratio was not the usual one: `luck` = within what chance alone does. */
export const VERDICTS = ['real', 'maybe', 'luck', 'tooLittle'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why the months missed or passed their goals, rep by rep; METHODS section 5. */
export interface ReviewQuery {
  readonly kind: 'review';
  /** A rep or a team; null = everybody. */
  readonly unit: string | null;
  /** null: the last month that is over and has both goals and results. */
  readonly months: readonly Month[] | null;
}

/** What a gap is made of, in the order in which it is told. The parts add up to it. */
export const GAP_PARTS = [
  'goalSet',
  'carried',
  'calendar',
  'execution',
  'ability',
  'size',
  'luck',
  'other',
  'unexplained',
] as const;
export type GapPart = (typeof GAP_PARTS)[number];

/**
 * Money of a gap by part, in minor units: the goal was set on other ratios than the record said; what earlier months' work
 * lands in the month, less what the month's own lands later; days away; work a day; shares and yields; money a count; luck; other revenue; what no work accounts for.
 */
export type GapMoney = Readonly<Record<GapPart, number>>;

export interface ReviewSum extends GapMoney {
  readonly goal: number;
  readonly actual: number;
  /** Actual less goal: negative = missed. */
  readonly gap: number;
  /** From the work to the result. */
  readonly steps: readonly ReviewStep[];
  readonly work: ReviewWork;
}

/** The work behind it: days and work a working day, as planned and as done; of several reps the sums and their quotient. */
export interface ReviewWork {
  readonly daysPlanned: number;
  readonly days: number;
  readonly perDayPlanned: number;
  readonly perDay: number;
  readonly done: number;
}

export interface ReviewStep {
  readonly measure: string;
  readonly from: string;
  readonly step: StepKind;
  readonly planned: number;
  readonly believed: number;
  /** NaN where nothing came to this step. */
  readonly actual: number;
  readonly x: number;
  readonly n: number;
  /** null: several reps together are not judged. */
  readonly verdict: Verdict | null;
  /** Money: what was another ratio than usual, at least; what chance may have done; what the goal was set on. */
  readonly ability: number;
  readonly luck: number;
  readonly goalSet: number;
}

export const STANDINGS = ['missed', 'reached', 'beyond'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The part that weighs most in the direction of the gap. */
export interface ReviewCause {
  readonly part: GapPart;
  /** The measure that the step leads to; null = no step. */
  readonly measure: string | null;
  /** Minor units; of a step all that its ratio was off, ability and luck. */
  readonly money: number;
  /** Counted parts are real; ratios as they are judged. */
  readonly verdict: Verdict;
}

export interface ReviewedRep extends ReviewSum {
  readonly unit: string;
  readonly standing: Standing;
  /** null: there is no gap to speak of. */
  readonly cause: ReviewCause | null;
}

export interface ReviewAnswer {
  readonly kind: 'review';
  readonly months: readonly Month[];
  /** Months up to the running one that have results, the oldest first. */
  readonly known: readonly Month[];
  /** The last day that counts where one of the months is not over; null = all are. */
  readonly upTo: Day | null;
  readonly workingDays: number;
  /** The measure that is done all day; null = the plan has no chain. */
  readonly work: string | null;
  /** Deals take longer than their day: a month's ratios hold work of months before. */
  readonly lag: boolean;
  /** The pipeline of a month is what was in hand: what it began with is in its ratios. */
  readonly stock: boolean;
  /** null: nobody can be reviewed. */
  readonly total: ReviewSum | null;
  /** The largest miss first. */
  readonly reps: readonly ReviewedRep[];
  /** Who was left out: with results and without a goal; with a goal and without results. */
  readonly withoutGoal: readonly string[];
  readonly withoutResult: readonly string[];
}

/** One rep beside another, or beside the best of the own team at each step, by all that is known. */
export interface CompareQuery {
  readonly kind: 'compare';
  readonly unit: string;
  /** null: the best of the team, step by step. */
  readonly other: string | null;
  /** Whose work the effects are worked out on. */
  readonly months: readonly Month[];
}

export interface ComparedRatio {
  readonly unit: string;
  readonly ratio: number;
  readonly x: number;
  readonly n: number;
}

export interface CompareAnswer {
  readonly kind: 'compare';
  readonly unit: string;
  /** From the work to the result; the work a day comes first. */
  readonly rows: readonly {
    /** null: the work a day. */
    readonly step: { readonly measure: string; readonly from: string; readonly kind: StepKind } | null;
    readonly own: ComparedRatio;
    /** null: nobody has a record of it. */
    readonly other: ComparedRatio | null;
    /** What this rep's work would bring more with the other's number, all else as it is; minor units. */
    readonly brings: number;
  }[];
}

/** What became of the ratios that were talked about. */
export interface SinceNotesQuery {
  readonly kind: 'sinceNotes';
  /** `measure`: the one that the step leads to, or the work itself. `month`: the month that was talked over. */
  readonly notes: readonly { readonly unit: string; readonly measure: string; readonly month: Month }[];
  readonly until: Month;
}

export interface SinceNotesAnswer {
  readonly kind: 'sinceNotes';
  /** One per note; null = no later month is known. */
  readonly notes: readonly (SinceNote | null)[];
}

export interface SinceNote {
  readonly measure: string;
  /** null: work a working day. */
  readonly step: StepKind | null;
  readonly from: string | null;
  readonly before: number;
  readonly after: number;
  readonly x: number;
  readonly n: number;
  /** How sure it is that the months after are not as before. */
  readonly verdict: Verdict;
}
