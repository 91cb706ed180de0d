import type { StandingAnswer, StandingQuery } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import { noiseOfWeeks } from '../alerts/work-drops.ts';
import { overridesContradicted } from '../alerts/overrides.ts';
import { attain } from '../../odds/attain.ts';
import { outcomeOf } from '../../odds/chain-odds.ts';
import { monthPace, type MonthPace } from '../month-pace.ts';
import { chanceOf, comeIn, monthOdds, paceWork, type MonthOdds } from '../odds-of-month.ts';
import { byUnit, repsUnder } from '../org.ts';
import { moneyOf } from '../aims.ts';
import type { PlanState } from '../plan-state.ts';
import { repLevers } from '../standing/levers.ts';
import { soFar } from '../standing/so-far.ts';
import { isShort, lowRatios, statusOf, type Facts } from '../standing/status.ts';

/** Rarer than this, a conversion is not chance alone. */
const SURE = 0.05;
/** Days of a week of work: its noise is that of weeks. */
const WEEK = 5;

/** How everybody stands in a month, by evidence only. */
export function standingAnswer(state: PlanState, { month }: StandingQuery): StandingAnswer {
  const org = state.orgOf(month);
  const given = monthOdds(state, month);
  const pace = monthPace(state, month);
  const facts = factsOf(state, given, pace);
  const ofRep = <T>(of: (facts: Facts) => T, none: T): T[] =>
    org.units.map((_, unit) => {
      const rep = org.repOf[unit] ?? -1;
      return rep >= 0 ? of(facts[rep]!) : none;
    });
  const words = ofRep(statusOf, NO_WORD);
  const expected = byUnit(
    org,
    facts.map(({ done }, rep) => moneyOf(given.chain, rep, done)),
  );
  const come = byUnit(
    org,
    facts.map(({ won, done }) => (Number.isNaN(done) ? NaN : won)),
  );
  const levers = repLevers(state, month, given, (rep) => facts[rep]!.planned);
  const both = facts.map(({ done, workDue }) => !Number.isNaN(done) && !Number.isNaN(workDue));
  const volume = quotient(
    byUnit(
      org,
      facts.map(({ done }, rep) => (both[rep] ? done : NaN)),
    ),
    byUnit(
      org,
      facts.map(({ workDue }, rep) => (both[rep] ? workDue : NaN)),
    ),
  );
  return {
    kind: 'standing',
    month,
    units: org.units.map(({ key }) => key),
    work: given.chain.steps.at(-1)?.step.from ?? null,
    volume,
    due: byUnit(
      org,
      facts.map(({ due }) => due),
    ),
    conversion: quotient(come, expected),
    volumeSure: Uint8Array.from(ofRep(({ short }) => Number(short), 0)),
    conversionSure: conversionsSure(given, facts),
    status: words.map(({ status }) => status),
    statusMeasure: words.map(({ measure }) => measure),
    levers: org.units.map((_, unit) => levers[org.repOf[unit] ?? -1] ?? null),
  };
}

const NO_WORD: ReturnType<typeof statusOf> = { status: 'none', measure: null };

const quotient = (x: Float64Array, n: Float64Array): Float64Array =>
  x.map((value, at) => (n[at]! > 0 ? value / n[at]! : NaN));

function factsOf(state: PlanState, given: MonthOdds, pace: MonthPace): Facts[] {
  const { org } = state;
  const work = 0;
  const result = pace.targets.measures.length - 1;
  const low = lowRatios(state, soFar(state, pace.month));
  const noise = noiseOfWeeks(state, pace.targets.measures[work] ?? '');
  const overridden = overriddenReps(state, pace.month);
  const weakest = ownRecords(given);
  // What of the goal the plan leaves to other revenue is due day by day as well: it counts as won.
  const besides = (rep: number): number =>
    (given.chain.goal[rep] ?? NaN) - (pace.targets.planned[result]?.[rep] ?? NaN) || 0;
  return org.repKeys.map((_, rep): Facts => {
    const done = pace.done(work, rep)?.[pace.today] ?? NaN;
    const morning = pace.morning(work, rep, pace.today);
    const days = pace.sums(rep);
    const worked = days[pace.today] ?? 0;
    const workDue = worked > 0 ? morning.due : NaN;
    return {
      won: comeIn(given.chain, rep),
      due:
        pace.morning(result, rep, pace.today).due +
        besides(rep) * ((days[pace.today] ?? 0) / (days.at(-1) || NaN)),
      chance: chanceOf(given, org.reps[rep]!, paceWork(given, org.reps[rep]!)),
      done,
      workDue,
      short: isShort(done, workDue, noise / Math.max(1, worked / WEEK)),
      planned: morning.line.target / (days.at(-1) || NaN),
      best: given.pace.best[rep] ?? NaN,
      low: low[rep] ?? null,
      overridden: overridden.get(rep) ?? null,
      ownRecord: weakest[rep]!,
    };
  });
}

/** By rep the measure whose override counts contradict, the rep's own or a team's above. */
function overriddenReps(state: PlanState, month: Month): Map<number, string> {
  const org = state.orgOf(month);
  const found = new Map<number, string>();
  for (const { unit, measure, counted, ratio } of overridesContradicted(state))
    if (counted < ratio) for (const rep of repsUnder(org, org.index.get(unit) ?? -1)) found.set(rep, measure);
  return found;
}

/** Whether most steps rest on a rep's own record. */
const ownRecords = ({ chain, org }: MonthOdds): boolean[] =>
  org.repKeys.map((_, rep) => {
    const own = chain.steps.filter(({ fit }) => fit?.reps[rep]?.basis === 'own').length;
    return own * 2 > chain.steps.length;
  });

/** Money that strays from what the work done lets expect, by more than the chain's own spread; reps only. */
function conversionsSure({ org, odds }: MonthOdds, facts: readonly Facts[]): Uint8Array {
  const sure = new Uint8Array(org.units.length);
  facts.forEach(({ done, won }, rep) => {
    const own = odds[rep];
    if (!own || !(done > 0)) return;
    const more = attain(outcomeOf(own, done), won);
    sure[org.reps[rep]!] = Number(2 * Math.min(more, 1 - more) < SURE);
  });
  return sure;
}
