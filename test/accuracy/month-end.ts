import { weekendsOnly } from '../../src/core/calendar/statutory.ts';
import { endAtPace, highOf, lowOf } from '../../src/core/plan/month-end.ts';
import { monthOdds } from '../../src/core/plan/odds-of-month.ts';
import { PlanState } from '../../src/core/plan/plan-state.ts';
import { fitStep } from '../../src/core/ratios/fit-step.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import { dayNumber, dayOf, weekday, type Day } from '../../src/model/time.ts';
import { randomFrom } from './random.ts';
import { keyOf, MONTH, recordsOf } from './records.ts';
import type { Report } from './report.ts';
import { FUNNELS, SCENARIOS } from './scenarios.ts';
import { percent } from './tally.ts';
import { makeWorld, type World } from './world.ts';

const SEEDS = [1, 2, 3, 4, 5];
const AFTER = [5, 10, 15];

const WORKING_DAYS: readonly Day[] = Array.from({ length: 30 }, (_, at) =>
  dayOf(dayNumber(`${MONTH}-01`) + at),
).filter((day) => weekday(day) <= 5);

/** Where each month ended in the band that was foretold for it after some of its days. */
export function foretellMonthEnds(report: Report): void {
  const inside = new Map(AFTER.map((days) => [days, { reps: [] as boolean[], teams: [] as boolean[] }]));
  for (const seed of SEEDS)
    for (const [at, funnel] of FUNNELS.entries())
      for (const scenario of SCENARIOS) {
        const random = randomFrom((seed * 100 + at) * 10 + SCENARIOS.indexOf(scenario));
        const world = makeWorld(random, scenario, funnel);
        const days = world.nextDays(WORKING_DAYS.length);
        for (const after of AFTER) {
          const { reps, teams } = foretell(world, days, after);
          inside.get(after)!.reps.push(...reps);
          inside.get(after)!.teams.push(...teams);
        }
      }
  report.heading(`ends of simulated months, seeds ${SEEDS.join(', ')}`);
  for (const [days, { reps, teams }] of inside) {
    const text = `after day ${days} of ${WORKING_DAYS.length}`;
    report.within(`cover of 80 % bands ${text}, ${teams.length} teams`, shareOf(teams), 0.74, 0.86);
    // Where one month in ten ends without another deal, a band that starts at what is won holds more than 80 %.
    report.note(`of ${reps.length} reps ${percent(shareOf(reps))}`);
  }
}

const shareOf = (inside: readonly boolean[]): number => inside.filter(Boolean).length / inside.length;

/** Whether each rep and each team ended inside its band as of the morning after so many days. */
function foretell(
  world: World,
  days: ReturnType<World['nextDays']>,
  after: number,
): { reps: boolean[]; teams: boolean[] } {
  const known = days.flatMap((ofRep, rep) =>
    ofRep
      .slice(0, after)
      .map((counts, at): RecordEntry => [recordId.systemActual(keyOf(rep), WORKING_DAYS[at]!), counts]),
  );
  const records = [...recordsOf(world), ...known];
  const state = new PlanState(records, WORKING_DAYS[after]!, weekendsOnly('CN'), fitStep);
  const given = monthOdds(state, MONTH);
  const { org } = given;
  const endOf = (rep: number): number => days[rep]!.reduce((sum, day) => sum + (day['revenue'] ?? 0), 0);
  const isInside = (unit: number, money: number): boolean[] => {
    const end = endAtPace(given, unit);
    if (!end) return [];
    return [money >= lowOf(end) && money <= highOf(end)];
  };
  const reps = days.flatMap((_, rep) => isInside(org.index.get(keyOf(rep))!, endOf(rep)));
  const teams = [...new Set(world.teamOf)].flatMap((team) => {
    const members = days.flatMap((_, rep) => (world.teamOf[rep] === team ? [rep] : []));
    const money = members.reduce((sum, rep) => sum + endOf(rep), 0);
    return members.length > 1 ? isInside(org.index.get(`t${team}`)!, money) : [];
  });
  return { reps, teams };
}
