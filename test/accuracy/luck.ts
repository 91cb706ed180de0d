import { judge, type StepMonth } from '../../src/core/review/luck.ts';
import { fitStep } from '../../src/core/ratios/fit-step.ts';
import type { StepEvidence } from '../../src/core/ratios/types.ts';
import { randomFrom, type Random } from './random.ts';
import type { Report } from './report.ts';
import { FUNNELS, STEADY, type Link, type Scenario } from './scenarios.ts';
import { makeWorld, type Counts, type World } from './world.ts';

const SEEDS = [1, 2, 3, 4, 5];
const ROUNDS = 6;
/** Ratios walk a little from month to month, as they do; nothing else happens. */
const UNCHANGED: Scenario = { ...STEADY, drift: 0.08 };
/** A change that a manager would want to see, in logits. */
const CHANGE = 1;

/** Reviews the last month of simulated companies: how often is a ratio called other than usual? */
export function reviewMonths(report: Report): void {
  const unchanged: number[] = [];
  const changed: number[] = [];
  const byKind = new Map<Link['kind'], number[]>();
  for (const seed of SEEDS)
    for (let round = 0; round < ROUNDS; round++)
      for (const [at, funnel] of FUNNELS.entries()) {
        const random = randomFrom((seed * 100 + round) * 10 + at);
        const world = makeWorld(random, UNCHANGED, funnel);
        world.funnel.links.forEach((link, step) => {
          for (const month of lastMonths(world, step)) {
            const { p } = judge(month);
            if (Number.isNaN(p)) continue;
            byKind.set(link.kind, [...(byKind.get(link.kind) ?? []), p]);
            if (link.kind !== 'share') continue;
            unchanged.push(p);
            changed.push(judge(afterChange(month, random)).p);
          }
        });
      }
  report.heading(`${unchanged.length.toLocaleString('en-US')} reviewed shares, seeds ${SEEDS.join(', ')}`);
  report.within('unchanged reps that are flagged at p < .20', flagged(unchanged, 0.2), 0.17, 0.24);
  report.within('unchanged reps that are flagged at p < .05', flagged(unchanged, 0.05), 0.04, 0.07);
  report.within(`changes of ${CHANGE} logit that are flagged at p < .20`, flagged(changed, 0.2), 0.55, 1);
  for (const [kind, ps] of byKind)
    report.note(
      `${kind}: ${ps.length} months, flagged ${flagged(ps, 0.2).toFixed(3)}, ${flagged(ps, 0.05).toFixed(3)}`,
    );
}

const flagged = (ps: readonly number[], under: number): number =>
  ps.filter((p) => p < under).length / ps.length;

/** The last month of every rep, with what the months before it say of the step. */
function lastMonths({ funnel, history, teamOf, months }: World, step: number): StepMonth[] {
  const link = funnel.links[step]!;
  const from = funnel.links[step - 1]?.measure ?? funnel.work;
  const before = months - 1;
  const column = (measure: string): Float64Array =>
    Float64Array.from(
      history.flatMap((ofRep) => ofRep.slice(0, before).map((counts) => counts?.[measure] ?? NaN)),
    );
  const evidence: StepEvidence = {
    kind: link.kind,
    ...{ reps: history.length, months: before },
    ...{ x: column(link.measure), n: column(from) },
    runningX: new Float64Array(history.length).fill(NaN),
    runningN: new Float64Array(history.length).fill(NaN),
    levels: [Int32Array.from(teamOf)],
    halfLife: link.kind === 'value' || link.kind === 'yield' ? 6 : 3,
    assumed: null,
    ...(link.kind === 'yield' && { events: column(funnel.links[step - 2]?.measure ?? funnel.work) }),
  };
  const fit = fitStep(evidence);
  return history.flatMap((ofRep, rep): StepMonth[] => {
    const counts: Counts | null | undefined = ofRep[before];
    const belief = fit.reps[rep];
    if (!counts || !belief) return [];
    const [x, n] = [counts[link.measure] ?? 0, counts[from] ?? 0];
    const trials = (counts[funnel.links[step - 2]?.measure ?? funnel.work] ?? 0) / 2;
    return [{ kind: fit.kind, x, n, trials, belief, rho: fit.rho }];
  });
}

/** The same trials with a ratio that has risen or fallen. */
function afterChange(month: StepMonth, random: Random): StepMonth {
  const sign = random.uniform() < 0.5 ? -1 : 1;
  const level = Math.log((month.x + 0.5) / (month.n - month.x + 0.5)) + sign * CHANGE;
  return { ...month, x: random.binomial(month.n, 1 / (1 + Math.exp(-level))) };
}
