import type { OddsCurveAnswer, OddsCurveQuery, OddsPoint } from '../../../model/planning.ts';
import { workFor } from '../../odds/confident.ts';
import { teamMultiplier, type RepWork } from '../../odds/team.ts';
import {
  chanceOf,
  comeIn,
  monthOdds,
  paceByUnit,
  sumOverGoals,
  takenByUnit,
  type MonthOdds,
} from '../odds-of-month.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** Chances that the curve names by the work they take. */
const NAMED = [0.5, 0.8];
const POINTS = 24;
/** The curve goes this far over its rightmost named point. */
const MARGIN = 1.15;

/** The chance of one unit's goal by the work a day, with the points that a person asks for. */
export function oddsCurveAnswer(state: PlanState, { unit, month }: OddsCurveQuery): OddsCurveAnswer {
  const given = monthOdds(state, month);
  const at = given.org.index.get(unit) ?? -1;
  const scale = scaleOf(given, at);
  const work = given.chain.steps.at(-1)?.step.from ?? null;
  const taken = takenByUnit(given)[at] ?? 0;
  const base = {
    kind: 'oddsCurve',
    unit,
    month,
    work,
    left: leftOf(scale),
    days: scale.days,
    other: scale.other,
    taken,
  } as const;
  const point = pointer(given, at, scale);
  const expected = point(scale.expected);
  if (expected === null)
    return { ...base, curve: [], expected, confident: [], quota: null, pace: null, best: null };
  const confident = NAMED.flatMap((chance) => {
    const perDay = scale.workFor(chance) / scale.days;
    return Number.isFinite(perDay) ? [{ perDay, chance }] : [];
  });
  const named = {
    expected,
    confident,
    quota: point(sumAt(given, at, perDayOf(given, given.chain.columns.requirement.at(-1)))),
    pace: point(paceByUnit(given)[at] ?? NaN),
    best: point(sumAt(given, at, given.pace.best)),
  };
  return { ...base, ...named, curve: curveOf(named, point) };
}

interface Scale {
  /** Reps with a goal. */
  readonly reps: number;
  readonly left: number;
  readonly other: number;
  /** Mean working days left of the reps with a goal. */
  readonly days: number;
  /** Expected work a day. */
  readonly expected: number;
  workFor(chance: number): number;
}

/** Without a goal there is no saying what is left of it. */
const leftOf = ({ reps, left }: Scale): number => (reps === 0 ? NaN : left);

function scaleOf(given: MonthOdds, unit: number): Scale {
  const { org, chain, odds, shared } = given;
  const reps = repsUnder(org, unit).filter((rep) => !Number.isNaN(chain.goal[rep]));
  const sum = (of: (rep: number) => number): number => reps.reduce((total, rep) => total + of(rep), 0);
  const left = sum((rep) => ((chain.moved ?? chain.goal)[rep] ?? 0) - comeIn(chain, rep));
  const expectedWork = chain.expected.requirement.at(-1);
  const expected = sum((rep) => (expectedWork?.[rep] ?? NaN) / (chain.daysLeft[rep] ?? NaN));
  const days = sum((rep) => chain.daysLeft[rep] ?? 0) / Math.max(1, reps.length);
  const parts = reps.flatMap((rep): RepWork[] => {
    const own = odds[rep];
    return own ? [{ odds: own, work: expectedWork?.[rep] ?? NaN }] : [];
  });
  const alone = parts.length === 1 ? parts[0] : undefined;
  return {
    ...{ reps: reps.length, left, days, expected },
    other: sum((rep) => chain.other?.ofGoal.expected[rep] ?? 0),
    workFor: (chance) =>
      alone
        ? workFor(alone.odds, left, chance)
        : teamMultiplier(parts, left, chance, shared) * expected * days,
  };
}

/** Chance of a unit whose work a day is this much, shared out as the expected quotas are, or evenly where none is left. */
function pointer(given: MonthOdds, unit: number, scale: Scale): (perDay: number) => OddsPoint | null {
  const work = given.chain.expected.requirement.at(-1);
  const ofOne = (rep: number): number =>
    scale.expected > 0
      ? (work?.[rep] ?? NaN) / scale.expected
      : (given.chain.daysLeft[rep] ?? NaN) / scale.reps;
  return (perDay) => {
    if (!(perDay >= 0)) return null;
    const chance = chanceOf(given, unit, (rep) => ofOne(rep) * perDay);
    return Number.isNaN(chance) ? null : { perDay, chance };
  };
}

const sumAt = (given: MonthOdds, unit: number, column: Float64Array): number =>
  sumOverGoals(given, column)[unit] ?? NaN;

const perDayOf = ({ chain }: MonthOdds, work: Float64Array | undefined): Float64Array =>
  chain.daysLeft.map((days, rep) => (work?.[rep] ?? NaN) / days);

function curveOf(
  named: Pick<OddsCurveAnswer, 'expected' | 'confident' | 'quota' | 'pace' | 'best'>,
  point: (perDay: number) => OddsPoint | null,
): OddsPoint[] {
  const { expected, confident, quota, pace, best } = named;
  const marks = [expected, ...confident, quota, pace, best].flatMap((mark) => (mark ? [mark.perDay] : []));
  const end = MARGIN * Math.max(...marks);
  return Array.from({ length: POINTS + 1 }, (_, at) => point((end * at) / POINTS)).filter(
    (known) => known !== null,
  );
}
