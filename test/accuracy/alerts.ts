import { createPlanner } from '../../src/core/planner.ts';
import type { Alert } from '../../src/model/planning.ts';
import { addMonths, type Day } from '../../src/model/time.ts';
import { dailyWorld, LOOKED, workingDays, type Change, type DailyWorld } from './daily-world.ts';
import { randomFrom, type Random } from './random.ts';
import type { Report } from './report.ts';
import { FUNNELS, STEADY, type Scenario } from './scenarios.ts';
import { makeWorld, type Counts, type World } from './world.ts';

const SEEDS = [1, 2, 3, 4, 5];
/** Ratios walk a little from month to month, as they do; nothing else happens. */
const UNCHANGED: Scenario = { ...STEADY, drift: 0.08 };
/** One false alert per 20 reps and month. */
const MOST = 1 / 20;

/** Reads a month's alerts every morning: how many come where nothing has changed, and how often is a change seen? */
export function followMonths(report: Report, quick: boolean): void {
  const rounds = quick ? 1 : 5;
  const found = new Map<string, number>();
  let [reps, worlds] = [0, 0];
  for (const { random, world } of unchangedWorlds(rounds)) {
    const daily = dailyWorld(random, world);
    for (const alert of alertsOf(daily, mornings())) {
      const rule = ruleOf(alert);
      found.set(rule, (found.get(rule) ?? 0) + 1);
    }
    reps += daily.reps;
    worlds++;
  }
  const all = [...found.values()].reduce((sum, count) => sum + count, 0);
  report.heading(
    `alerts of ${reps} reps of ${worlds} companies in a month without change, read every morning`,
  );
  // Fewer reps tell it less exactly: two standard errors of so rare a thing are let pass.
  const most = quick ? MOST + 2 * Math.sqrt(MOST / reps) : MOST;
  report.atMost('false alerts per rep and month, teams and all rules together', all / reps, most);
  for (const [rule, count] of found) report.note(`${rule}: ${(count / reps).toFixed(4)}`);
  seeChanges(report, rounds);
}

function* unchangedWorlds(rounds: number): Generator<{ random: Random; world: World }> {
  for (const seed of SEEDS)
    for (let round = 0; round < rounds; round++)
      for (const [at, funnel] of FUNNELS.entries()) {
        const random = randomFrom((seed * 100 + round) * 10 + at + 7);
        yield { random, world: makeWorld(random, UNCHANGED, funnel) };
      }
}

const mornings = (): Day[] => [...workingDays(LOOKED), `${addMonths(LOOKED, 1)}-01`];
const mondays = (): Day[] => [`${LOOKED}-10`, `${LOOKED}-17`, `${LOOKED}-24`, `${LOOKED}-31`];

const ruleOf = (alert: Alert): string => {
  const level = alert.unit.startsWith('r') ? 'rep' : 'team';
  if (alert.rule === 'drop')
    return `${level} drop of ${alert.from ? `a ratio (${alert.step})` : alert.measure === 'repeatRevenue' ? 'other revenue' : 'work'}`;
  return `${level} ${alert.rule}${alert.rule === 'behind' ? ` by ${alert.of}` : ''}`;
};

/** What is read on these mornings, each alert once. */
function alertsOf(daily: DailyWorld, days: readonly Day[]): Alert[] {
  const found = new Map<string, Alert>();
  for (const day of days) {
    const planner = createPlanner();
    void planner.load(daily.before(day), day);
    for (const alert of planner.read({ kind: 'alerts' }).alerts) found.set(alert.signature, alert);
  }
  return [...found.values()];
}

/** Every fifth rep changes. */
const isChanged = (rep: number): boolean => rep % 5 === 0;

function seeChanges(report: Report, rounds: number): void {
  const fallen =
    (world: World, random: Random, step: number): Change =>
    (rep, _, counts) => {
      const { links, work } = world.funnel;
      const [x, n] = [links[step]!.measure, links[step - 1]?.measure ?? work];
      const level = Math.log((counts[x]! + 0.5) / (counts[n]! - counts[x]! + 0.5)) - 1;
      const then = random.binomial(counts[n]!, 1 / (1 + Math.exp(-level)));
      const kept = counts[x]! > 0 ? then / counts[x]! : 1;
      if (!isChanged(rep)) return counts;
      const later = links.slice(step).map(({ measure }) => [measure, Math.round(counts[measure]! * kept)]);
      return { ...counts, ...Object.fromEntries(later) } as Counts;
    };
  const lazy = (): Change => (rep, _, counts) =>
    isChanged(rep)
      ? Object.fromEntries(
          Object.entries(counts).map(([measure, value]) => [measure, Math.round(value * 0.5)]),
        )
      : counts;
  for (const step of [0, 1, 2]) {
    const seen = shareSeen(
      rounds,
      (world, random) => fallen(world, random, step),
      (measure, world) => measure === world.funnel.links[step]!.measure,
    );
    report.note(
      `a share that falls by 1 logit (link ${step + 1} of telesales) is named in its month: ${seen.share.toFixed(2)}`,
    );
  }
  const half = shareSeen(rounds, lazy, (measure, world) => measure === world.funnel.work);
  report.note(`work that halves is named in its month: ${half.share.toFixed(2)} of ${half.all}`);
}

function shareSeen(
  rounds: number,
  changeOf: (world: World, random: Random) => Change,
  isIt: (measure: string, world: World) => boolean,
): { readonly share: number; readonly all: number } {
  let [seen, all] = [0, 0];
  for (const { random, world } of unchangedWorlds(rounds)) {
    if (world.funnel !== FUNNELS[0]) continue;
    const daily = dailyWorld(random, world, changeOf(world, random));
    const named = new Set(
      alertsOf(daily, mondays()).flatMap((alert) =>
        (alert.rule === 'drop' || alert.rule === 'behind') && isIt(alert.measure, world) ? alert.unit : [],
      ),
    );
    for (let rep = 0; rep < daily.reps; rep++)
      if (isChanged(rep)) {
        all++;
        if (named.has(`r${rep}`)) seen++;
      }
  }
  return { share: seen / all, all };
}
