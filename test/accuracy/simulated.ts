import { weekendsOnly } from '../../src/core/calendar/statutory.ts';
import { attain } from '../../src/core/odds/attain.ts';
import { outcomeOf } from '../../src/core/odds/chain-odds.ts';
import { teamOutcome } from '../../src/core/odds/team.ts';
import { monthOdds, type MonthOdds } from '../../src/core/plan/odds-of-month.ts';
import { PlanState } from '../../src/core/plan/plan-state.ts';
import { fitStep } from '../../src/core/ratios/fit-step.ts';
import { SETTINGS_ID } from '../../src/model/ids.ts';
import type { Settings } from '../../src/model/records/settings.ts';
import { randomFrom } from './random.ts';
import { keyOf, MONTH, recordsOf, SETTINGS } from './records.ts';
import type { Report } from './report.ts';
import { FUNNELS, SCENARIOS } from './scenarios.ts';
import { percent, Tally } from './tally.ts';
import { makeWorld, type World } from './world.ts';

const SEEDS = [1, 2, 3, 4, 5];
/** Companies of each scenario and funnel, by seed: over 20,000 plans in all. */
const ROUNDS = 4;
/** Months drawn for each plan: its promises are kept in so many of them. */
const FUTURES = 4;

/** Plans of simulated companies: are their promises kept, and how far off are their quotas? */
export function simulatePlans(report: Report): void {
  const total = new Tally();
  const byScenario = SCENARIOS.map((scenario) => {
    const tally = new Tally();
    for (const seed of SEEDS)
      for (let round = 0; round < ROUNDS; round++)
        for (const [at, funnel] of FUNNELS.entries()) {
          const random = randomFrom(((seed * 100 + round) * 100 + at) * 10 + SCENARIOS.indexOf(scenario));
          tryPlan(makeWorld(random, scenario, funnel), [tally, total]);
        }
    return { scenario, tally };
  });
  report.heading(`${total.plans.toLocaleString('en-US')} simulated plans, seeds ${SEEDS.join(', ')}`);
  for (const { scenario, tally } of byScenario) {
    report.note(`${scenario.name.padEnd(20)} ${tally.line()}`);
    report.atMost(`${scenario.name}: median |ln(quota / true quota)|`, tally.quotaError, scenario.quotaError);
  }
  report.within('“80 %” plans that reach the goal', total.kept(0.8), 0.77, 0.85);
  report.note(
    `“80 %” quotas of a whole company, one multiplier: its goal reached ${percent(total.companyKept)}`,
  );
  report.within('“50 %” plans that reach the goal', total.kept(0.5), 0.46, 0.54);
  report.atMost('expected calibration error of P', total.calibrationError, 0.03);
  report.within('cover of the teams’ 80 % bands', total.teamCover, 0.74, 0.86);
  report.atMost('undefined quotas', total.undefinedQuotas, 0);
}

function tryPlan(world: World, tallies: readonly Tally[]): void {
  const state = new PlanState(recordsOf(world), `${MONTH}-01`, weekendsOnly('CN'), fitStep);
  const given = monthOdds(state, MONTH);
  const reps = world.goals.map((_, rep) => given.org.repKeys.indexOf(keyOf(rep)));
  const promised = PROMISES.map((promise) => ({ ...promise, work: quotasAt(state, promise) }));
  const paces = reps.map((rep) =>
    Math.round((given.pace.usual[rep] ?? NaN) * (given.chain.daysLeft[rep] ?? NaN)),
  );
  const expected = given.chain.expected.requirement.at(-1);
  for (const tally of tallies)
    reps.forEach((rep, at) => tally.quota(expected?.[rep] ?? NaN, world.goals[at]! * world.truth[at]!));
  for (let future = 0; future < FUTURES; future++) {
    const month = world.nextMonth();
    const results = reps.map((_, at) => month(at));
    for (const { confidence, confidenceOf, work } of promised) {
      const over = reps.map((rep, at) => results[at]!(work[rep]!) - world.goals[at]!);
      for (const tally of tallies)
        if (confidenceOf === 'company') tally.company(over.reduce((sum, money) => sum + money, 0) >= 0);
        else over.forEach((money) => tally.promise(confidence, money));
    }
    const won = results.map((result, at) => (paces[at]! >= 0 ? result(paces[at]!) : NaN));
    won.forEach((money, at) => {
      if (Number.isNaN(money)) return;
      const chance = attain(outcomeOf(given.odds[reps[at]!]!, paces[at]!), world.goals[at]!);
      for (const tally of tallies) tally.forecast(chance, money >= world.goals[at]!);
    });
    for (const band of teamBands(given, world, reps, paces, won))
      for (const tally of tallies) tally.team(band);
  }
}

type Promised = Pick<Settings, 'confidenceOf'> & { readonly confidence: number };
const PROMISES: readonly Promised[] = [
  { confidence: 0.8, confidenceOf: 'rep' },
  { confidence: 0.5, confidenceOf: 'rep' },
  { confidence: 0.8, confidenceOf: 'company' },
];

/** The whole counts that the plan hands out at a confidence; NaN where it can promise with no amount of work. */
function quotasAt(state: PlanState, promise: Promised): Float64Array {
  state.apply([{ id: SETTINGS_ID, values: { ...SETTINGS, ...promise } }]);
  return monthOdds(state, MONTH).chain.columns.requirement.at(-1)!.map(Math.round);
}

/** Where each team's money of a month lies in what was foretold for its reps' pace: 0.1 to 0.9 is inside the band. */
function teamBands(
  { odds, shared }: MonthOdds,
  { teamOf }: World,
  reps: readonly number[],
  paces: readonly number[],
  won: readonly number[],
): number[] {
  return [...new Set(teamOf)].flatMap((team) => {
    const members = won.flatMap((money, at) => (teamOf[at] === team && !Number.isNaN(money) ? [at] : []));
    const parts = members.map((at) => outcomeOf(odds[reps[at]!]!, paces[at]!));
    const money = members.reduce((sum, at) => sum + won[at]!, 0);
    return members.length > 1 ? [attain(teamOutcome(parts, shared), money)] : [];
  });
}
