/** One step of a chain as the hidden world has it. */
export interface Link {
  /** The measure that it leads to. */
  readonly measure: string;
  readonly kind: 'share' | 'rate' | 'value' | 'yield';
  /** What it is in an average company; money in minor units. */
  readonly base: number;
  /** Standard deviation between reps, on the scale of logits (shares, yields) or logarithms. */
  readonly between: number;
  /** Month noise: of a share as an intraclass correlation, else as a relative variance. */
  readonly noise: number;
}

export interface Funnel {
  readonly work: string;
  /** Work a month of an average rep. */
  readonly volume: number;
  readonly links: readonly Link[];
}

const CALLS: readonly Link[] = [
  { measure: 'connects', kind: 'share', base: 0.4, between: 0.35, noise: 0.03 },
  { measure: 'conversations', kind: 'share', base: 0.33, between: 0.35, noise: 0.007 },
  { measure: 'intents', kind: 'share', base: 0.18, between: 0.5, noise: 0.02 },
];

export const FUNNELS: readonly Funnel[] = [
  {
    work: 'dials',
    volume: 1000,
    links: [
      ...CALLS,
      { measure: 'pipeline', kind: 'value', base: 500_000, between: 0.15, noise: 0.003 },
      { measure: 'revenue', kind: 'yield', base: 0.27, between: 0.4, noise: 0.01 },
    ],
  },
  {
    work: 'dials',
    volume: 1000,
    links: [
      ...CALLS,
      { measure: 'wins', kind: 'share', base: 0.27, between: 0.4, noise: 0.01 },
      { measure: 'revenue', kind: 'value', base: 500_000, between: 0.15, noise: 0.003 },
    ],
  },
  {
    work: 'visits',
    volume: 70,
    links: [
      { measure: 'needs', kind: 'rate', base: 1.3, between: 0.25, noise: 0.02 },
      { measure: 'proposals', kind: 'share', base: 0.35, between: 0.35, noise: 0.01 },
      { measure: 'wins', kind: 'share', base: 0.3, between: 0.4, noise: 0.01 },
      { measure: 'revenue', kind: 'value', base: 800_000, between: 0.15, noise: 0.003 },
    ],
  },
];

export interface Scenario {
  readonly name: string;
  readonly months: readonly [number, number];
  /** Share of the reps that have at most two months behind them. */
  readonly newHires: number;
  /** How far a rep's true ratio walks in a month (logit). */
  readonly drift: number;
  /** How far the whole market is off in a single month (logit, each step). */
  readonly shock: number;
  /** Standard deviation between teams. */
  readonly teams: number;
  /** Eight teams, whatever their size; else one for every ten reps. */
  readonly eight: boolean;
  /** Work of the funnel's usual volume. */
  readonly volume: number;
  /** The quota may be off by this much: median |ln(quota / true quota)|. */
  readonly quotaError: number;
}

export const STEADY: Scenario = {
  name: '12 to 24 months',
  months: [12, 24],
  newHires: 0,
  drift: 0.02,
  shock: 0.04,
  teams: 0.1,
  eight: false,
  volume: 1,
  quotaError: 0.25,
};

export const SCENARIOS: readonly Scenario[] = [
  STEADY,
  { ...STEADY, name: '3 to 6 months', months: [3, 6], quotaError: 0.33 },
  { ...STEADY, name: 'half new hires', newHires: 0.5, quotaError: 0.33 },
  { ...STEADY, name: 'strong drift', drift: 0.12, quotaError: 0.45 },
  { ...STEADY, name: 'zero-heavy', volume: 0.12, quotaError: 0.45 },
  { ...STEADY, name: 'eight strong teams', teams: 0.4, eight: true },
  { ...STEADY, name: 'shared shocks', shock: 0.15 },
];
