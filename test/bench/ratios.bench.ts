import { bench, describe } from 'vitest';
import type * as ratios from '../../src/core/ratios/fit-step.ts';
import type { StepEvidence, StepFit } from '../../src/core/ratios/types.ts';
import * as oracle from '../core/ratios/oracle.ts';
import { built } from './built.ts';

const { fitStep } = await built<typeof ratios>('src/core/ratios/fit-step.ts');

const MONTHS = 24;
const TEAM_SIZE = 10;
const TEAMS_PER_REGION = 4;

/** A made-up team by a linear congruential generator: five steps from dials to revenue, blanks among them. */
function chainOf(reps: number): StepEvidence[] {
  let seed = 12345;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  const cells = reps * MONTHS;
  const skill = Float64Array.from({ length: reps }, () => 0.7 + 0.6 * random());
  const after = (n: Float64Array, ratio: number) =>
    n.map((base, i) =>
      Math.round(base * Math.min(1, ratio * skill[Math.floor(i / MONTHS)]! * (0.8 + 0.4 * random()))),
    );
  const dials = Float64Array.from({ length: cells }, () => (random() < 0.08 ? NaN : 400 + 600 * random()));
  const connects = after(dials, 0.4);
  const conversations = after(connects, 0.3);
  const intents = after(conversations, 0.2);
  const pipeline = intents.map((count) => count * Math.round(500_000 + 500_000 * random()));
  const revenue = pipeline.map((money) => Math.round(money * 0.25 * random()));
  const levels = [TEAM_SIZE * TEAMS_PER_REGION, TEAM_SIZE].map((size) =>
    Int32Array.from({ length: reps }, (_, rep) => Math.floor(rep / size)),
  );
  const step = (
    kind: StepEvidence['kind'],
    x: Float64Array,
    n: Float64Array,
    halfLife: number,
  ): StepEvidence => ({
    ...{ kind, reps, months: MONTHS, x, n, events: intents, levels, halfLife, assumed: 0.3 },
    runningX: x.filter((_, i) => i % MONTHS === 0),
    runningN: n.filter((_, i) => i % MONTHS === 0),
  });
  return [
    step('share', connects, dials, 3),
    step('share', conversations, connects, 3),
    step('share', intents, conversations, 3),
    step('value', pipeline, intents, 6),
    step('yield', revenue, pipeline, 6),
  ];
}

const rowsOf = (column: Float64Array): (number | null)[][] =>
  Array.from({ length: column.length / MONTHS }, (_, rep) =>
    Array.from(column.subarray(rep * MONTHS, (rep + 1) * MONTHS), (cell) =>
      Number.isNaN(cell) ? null : cell,
    ),
  );

function slowly({ kind, x, n, events, levels, halfLife }: StepEvidence): oracle.OracleFit {
  const input = {
    x: rowsOf(x),
    n: rowsOf(n),
    halfLife,
    assumed: 0.3,
    levels: levels.map((level) => [...level]),
  };
  if (kind === 'value') return oracle.value(input);
  return kind === 'yield' ? oracle.yieldShare(input, rowsOf(events!)) : oracle.share(input);
}

const chain = chainOf(200);
const big = chainOf(1000);
const ends = (fit: StepFit): number => fit.reps.reduce((sum, { low, high }) => sum + low + high, 0);

describe('ratios of 200 reps × 24 months × 5 steps', () => {
  bench('the core', () => void chain.map(fitStep), { time: 1500 });
  bench('the core, with every interval', () => void chain.map(fitStep).map(ends), { time: 1500 });
  bench('the formulas done slowly', () => void chain.map(slowly), {
    iterations: 3,
    time: 0,
    warmupIterations: 1,
  });
});

describe('ratios of 1,000 reps × 24 months × 5 steps', () => {
  bench('the core', () => void big.map(fitStep), { time: 1500 });
});
