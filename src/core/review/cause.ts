import {
  GAP_PARTS,
  type GapMoney,
  type ReviewCause,
  type ReviewStep,
  type Standing,
} from '../../model/planning.ts';

/** Within these shares of the goal a month is as planned. */
const SHORT = 0.005;
const OVER = 0.04;

/** How a result stands to its goal, before any reason. */
export function standingOf(goal: number, gap: number): Standing {
  if (gap < -SHORT * Math.max(0, goal)) return 'missed';
  return gap > OVER * Math.max(0, goal) ? 'beyond' : 'reached';
}

type Explained = GapMoney & { readonly gap: number; readonly steps: readonly ReviewStep[] };

/**
 * What weighs most in the direction of the gap. A step whose ratio was another than usual weighs with all that it was off;
 * one within luck is no cause of its own, its money counts as luck; too few events for any word are said so.
 */
export function causeOf(sum: Explained): ReviewCause | null {
  const candidates = [...partCauses(sum), ...stepCauses(sum.steps), chance(sum.steps)];
  const sign = Math.sign(sum.gap);
  const [first] = candidates.sort((a, b) => sign * (b.money - a.money));
  return first && sign * first.money > 0 ? first : null;
}

const COUNTED = GAP_PARTS.filter((part) => part !== 'ability' && part !== 'size' && part !== 'luck');

const partCauses = (sum: Explained): ReviewCause[] =>
  COUNTED.map((part) => ({ part, measure: null, money: sum[part], verdict: 'real' }));

const isSure = ({ verdict }: ReviewStep): boolean => verdict === 'real' || verdict === 'maybe';

const stepCauses = (steps: readonly ReviewStep[]): ReviewCause[] =>
  steps.filter(isSure).map(({ step, measure, ability, luck, verdict }) => ({
    part: step === 'value' ? 'size' : 'ability',
    ...{ measure, money: ability + luck, verdict: verdict! },
  }));

/** What no step can be held to; where most of that has too few events, it is too little data. */
function chance(steps: readonly ReviewStep[]): ReviewCause {
  const unsure = steps.filter((step) => !isSure(step));
  const of = (some: readonly ReviewStep[]): number =>
    some.reduce((total, { ability, luck }) => total + ability + luck, 0);
  const money = of(unsure);
  const thin = of(unsure.filter(({ verdict }) => verdict === 'tooLittle'));
  return {
    part: 'luck',
    measure: null,
    money,
    verdict: 2 * thin * Math.sign(money) > Math.abs(money) ? 'tooLittle' : 'luck',
  };
}
