import { attain, attainBeside } from './attain.ts';
import { outcomeOf, type ChainOdds, type Outcome } from './chain-odds.ts';
import { probit } from '../stats/probit.ts';

/** Quotas are handed out in whole counts, so nothing is gained by solving them closer than this (of ln D). */
const CLOSE = 1e-5;
const MOST_EVALUATIONS = 40;
/** Where the first guess begins, whatever comes in beside the work: as a share of the goal. */
const LEAST_OF_WORK = 0.05;
/** Work over e⁹ (8,100) times the first guess is no answer: where so little is known, no quota can promise the goal. */
const FARTHEST = 9;

/**
 * The smallest work D with P(R ≥ goal | D) ≥ confidence (0..1): a secant in probit P over ln D, held inside a bracket.
 * 0 where what is in hand is enough; NaN where no amount of work is enough.
 */
export function workFor(odds: ChainOdds, goal: number, confidence: number): number {
  if (goal <= 0) return 0;
  const perWork = odds.linear.perWork * odds.worth.mean;
  if (!(perWork > 0)) return NaN;
  const chance = odds.other
    ? attainBeside(odds.other, goal)
    : (outcome: Outcome): number => attain(outcome, goal);
  if (chance(outcomeOf(odds, 0)) >= confidence) return 0;
  const wanted = probit(confidence);
  const short = (lnWork: number): number => probit(chance(outcomeOf(odds, Math.exp(lnWork)))) - wanted;
  const ofWork = Math.max(goal - (odds.other?.mean ?? 0), goal * LEAST_OF_WORK);
  const near = Math.log(ofWork / perWork);
  return Math.exp(increasingRoot(short, near, roughly(odds, goal, wanted, near)));
}

/** Probit P rises by about this much per unit of ln D where nothing better is known. */
const USUAL_SLOPE = 1;
/** How close the rough answer is to be, and what is small enough to tell its slope. */
const ROUGH = 0.01;

/**
 * The answer if all the money were one Gamma distribution, whose probit Wilson and Hilferty give for a cube root instead
 * of an integral: near enough that the true one takes but a few more steps.
 */
function roughly(odds: ChainOdds, goal: number, wanted: number, near: number): Start {
  const { mean = 0, variance = 0 } = odds.other ?? {};
  const short = (lnWork: number): number => {
    const { ER, VR } = outcomeOf(odds, Math.exp(lnWork));
    const ninth = (VR + variance) / (ER + mean) ** 2 / 9;
    return (1 - ninth - Math.cbrt(goal / (ER + mean))) / Math.sqrt(ninth) - wanted;
  };
  const first = increasingRoot(short, near, {}, ROUGH);
  return Number.isNaN(first) ? {} : { first, slope: (short(first + ROUGH) - short(first)) / ROUGH };
}

/** Where to look first, and how steep it is there. */
interface Start {
  readonly first?: number;
  readonly slope?: number;
}

/** Where an increasing function crosses zero, near a first guess; NaN where it stays below. */
export function increasingRoot(
  of: (x: number) => number,
  guess: number,
  { first = guess, slope = USUAL_SLOPE }: Start = {},
  close = CLOSE,
): number {
  const end = guess + FARTHEST;
  let [low, high] = [guess - FARTHEST, Infinity];
  let x = first;
  let y = of(x);
  let [beforeX, beforeY] = [NaN, NaN];
  for (let turn = 0; turn < MOST_EVALUATIONS && y !== 0; turn++) {
    if (y < 0) low = x;
    else high = x;
    if (low >= end) return NaN;
    const step = x + held(secantStep(x, y, beforeX, beforeY, slope));
    const next = step > low && step < high ? Math.min(step, end) : (low + Math.min(high, end)) / 2;
    if (Math.abs(next - x) < close) return next;
    [beforeX, beforeY, x] = [x, y, next];
    y = of(x);
  }
  return x;
}

/** The slope at hand says little about what is farther than this. */
const LONGEST_STEP = 3;

function secantStep(x: number, y: number, beforeX: number, beforeY: number, usual: number): number {
  const slope = (y - beforeY) / (x - beforeX);
  return -y / (slope > 0 ? slope : usual > 0 ? usual : USUAL_SLOPE);
}

const held = (step: number): number => Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, step));
