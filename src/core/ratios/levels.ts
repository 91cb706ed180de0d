import type { Totals } from './counts.ts';
import { groupCount } from './groups.ts';
import { fitShareStrength } from './prior-strength.ts';

/** Fewer groups than this cannot tell how far groups differ. */
const ENOUGH_GROUPS = 3;

/** The prior of each rep and of each group, from the company down. */
export interface LevelPriors {
  readonly strength: number;
  readonly mean: Float64Array;
  readonly levels: readonly GroupPriors[];
}
export interface GroupPriors {
  readonly mean: Float64Array;
  readonly strength: number;
}

/**
 * Draws each rep to its team where teams differ. One org level at a time, from the top: a rep's evidence about its
 * group is e = N/(1 + N/M); the group's strength is fitted on Σe and Σe·p, its mean is (parent·M_g + Σe·p)/(M_g + Σe),
 * and M is fitted again around the group means. A level with fewer than three groups on record is passed over.
 */
export function fitLevels(evidence: Totals, levels: readonly Int32Array[], companyMean: number): LevelPriors {
  let mean = new Float64Array(evidence.n.length).fill(companyMean);
  let strength = fitShareStrength(evidence.x, evidence.n, mean);
  const priors: GroupPriors[] = [];
  for (const groupOf of levels) {
    const groups = groupEvidence(evidence, groupOf, mean, strength, companyMean);
    if (groups.n.filter((n) => n > 0).length < ENOUGH_GROUPS) {
      priors.push({ mean: groups.parent, strength });
      continue;
    }
    const between = fitShareStrength(groups.x, groups.n, groups.parent);
    priors.push({ mean: groups.parent, strength: between });
    const means = groups.parent.map((m, g) => (m * between + groups.x[g]!) / (between + groups.n[g]!));
    mean = mean.map((own, rep) => means[groupOf[rep]!] ?? own);
    strength = fitShareStrength(evidence.x, evidence.n, mean);
  }
  return { strength, mean, levels: priors };
}

/** One prior for everyone: until enough reps are known to tell how far they differ. */
export const flatPriors = (reps: number, levels: readonly Int32Array[], mean: number, strength: number) => ({
  strength,
  mean: new Float64Array(reps).fill(mean),
  levels: levels.map((groupOf) => ({ mean: new Float64Array(groupCount(groupOf)).fill(mean), strength })),
});

/** The same means, drawn to `weight` times as strongly. */
export const weighted = ({ strength, mean, levels }: LevelPriors, weight: number): LevelPriors => ({
  strength: strength * weight,
  mean,
  levels: levels.map((group) => ({ mean: group.mean, strength: group.strength * weight })),
});

function groupEvidence(
  { x, n }: Totals,
  groupOf: Int32Array,
  mean: Float64Array,
  strength: number,
  companyMean: number,
): Totals & { parent: Float64Array } {
  const count = groupCount(groupOf);
  const sums = { x: new Float64Array(count), n: new Float64Array(count) };
  const parent = new Float64Array(count).fill(companyMean);
  for (let rep = 0; rep < n.length; rep++) {
    const group = groupOf[rep]!;
    if (group < 0) continue;
    parent[group] = mean[rep]!;
    if (n[rep]! === 0) continue;
    const about = n[rep]! / (1 + n[rep]! / strength);
    sums.n[group]! += about;
    sums.x[group]! += (about * x[rep]!) / n[rep]!;
  }
  return { ...sums, parent };
}
