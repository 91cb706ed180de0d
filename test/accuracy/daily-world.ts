import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import { addMonths, dayNumber, dayOf, weekday, type Day, type Month } from '../../src/model/time.ts';
import type { Random } from './random.ts';
import type { Link } from './scenarios.ts';
import type { Counts, World } from './world.ts';

/** The month whose mornings are looked at (no holidays in it and before it), and how many before it are kept by day. */
export const LOOKED: Month = '2026-08';
const MONTHS_BY_DAY = 4;
/** As many reps of a made-up company as are followed. */
const MOST_REPS = 20;

/** How one rep's month is changed before it is split into days. */
export type Change = (rep: number, month: Month, counts: Counts) => Counts;

export interface DailyWorld {
  readonly reps: number;
  /** All that a plan knows on a morning. */
  readonly before: (morning: Day) => RecordEntry[];
}

/** A world's last month, and some before it, split into working days; its goals are what the record has been. */
export function dailyWorld(
  random: Random,
  world: World,
  change: Change = (_, __, counts) => counts,
): DailyWorld {
  const reps = Math.min(MOST_REPS, world.history.length);
  const fixed = frame(world, reps);
  const days: { day: Day; entry: RecordEntry }[] = [];
  for (let rep = 0; rep < reps; rep++) {
    world.history[rep]!.forEach((counts, at) => {
      if (!counts) return;
      const back = world.months - 1 - at;
      const month = addMonths(LOOKED, -back);
      const changed = back === 0 ? change(rep, month, counts) : counts;
      if (back > 0)
        fixed.push([
          recordId.history(`r${rep}`, month),
          { ...(back > MONTHS_BY_DAY && changed), ...repeat(random) },
        ]);
      if (back <= MONTHS_BY_DAY) days.push(...daysOf(random, world, `r${rep}`, month, changed));
    });
    fixed.push(...goalsOf(world, rep), ...handedOut(world, rep));
  }
  return {
    reps,
    before: (morning) => [...fixed, ...days.flatMap(({ day, entry }) => (day < morning ? [entry] : []))],
  };
}

function frame({ funnel, teamOf }: World, reps: number): RecordEntry[] {
  const measures = [{ measure: funnel.work, kind: null }, ...funnel.links];
  const teams = new Set(teamOf.slice(0, reps));
  return [
    [SETTINGS_ID, { name: 'World', country: 'CN' }],
    [recordId.other('repeatRevenue'), { order: 10 }],
    [recordId.unit('all'), { name: 'all', kind: 'company', parent: null, order: 0 }],
    ...measures.map(({ measure, kind }, order): RecordEntry => {
      const unit = measure === 'pipeline' || measure === 'revenue' ? 'money' : 'count';
      return [recordId.measure(measure), { order, unit, step: kind }];
    }),
    ...[...teams].map((team): RecordEntry => {
      return [recordId.unit(`t${team}`), { name: `t${team}`, kind: 'team', parent: 'all', order: team }];
    }),
    ...Array.from({ length: reps }, (_, rep): RecordEntry => {
      const parent = `t${teamOf[rep]!}`;
      return [recordId.unit(`r${rep}`), { name: `r${rep}`, kind: 'rep', parent, order: rep }];
    }),
  ];
}

/** A goal is what the rep has won on average before it. */
function goalsOf({ history, months }: World, rep: number): RecordEntry[] {
  return [0, 1, 2].flatMap((back): RecordEntry[] => {
    const before = history[rep]!.slice(0, months - 1 - back).flatMap((counts) => counts?.['revenue'] ?? []);
    if (before.length === 0) return [];
    const amount = Math.round(before.reduce((sum, each) => sum + each, 0) / before.length);
    return [[recordId.goal(`r${rep}`, addMonths(LOOKED, -back)), { amount }]];
  });
}

/** Nobody is asked for other work than usual. */
const handedOut = ({ funnel, history, months }: World, rep: number): RecordEntry[] =>
  [0, 1].flatMap((back): RecordEntry[] => {
    const done = history[rep]!.slice(0, months - 1 - back).flatMap((counts) => counts?.[funnel.work] ?? []);
    if (done.length === 0) return [];
    const month = addMonths(LOOKED, -back);
    const target = Math.round(done.reduce((sum, each) => sum + each, 0) / done.length);
    return [[recordId.handedOut(`r${rep}`, month, `${month}-01`), { [funnel.work]: target }]];
  });

/** Regular customers bring much the same every month. */
const repeat = (random: Random): Counts => ({ repeatRevenue: Math.round(100_000 * random.gamma(4)) });

export const workingDays = (month: Month): Day[] => {
  const first = dayNumber(`${month}-01`);
  const last = dayNumber(`${addMonths(month, 1)}-01`) - 1;
  return Array.from({ length: last - first + 1 }, (_, at) => dayOf(first + at)).filter(
    (day) => weekday(day) < 6,
  );
};

function daysOf(
  random: Random,
  { funnel }: World,
  unit: string,
  month: Month,
  counts: Counts,
): { day: Day; entry: RecordEntry }[] {
  const days = workingDays(month);
  const weights = days.map(() => random.gamma(30));
  const columns = new Map([[funnel.work, spread(random, counts[funnel.work] ?? 0, weights, null)]]);
  let before = columns.get(funnel.work)!;
  for (const link of funnel.links) {
    const total = counts[link.measure] ?? 0;
    const column = isMoney(link)
      ? moneyOf(random, total, before, link, counts, funnel.links)
      : spread(random, total, before, link.kind === 'share' ? before : null);
    columns.set(link.measure, column);
    before = column;
  }
  return days.map((day, at) => ({
    day,
    entry: [
      recordId.systemActual(unit, day),
      Object.fromEntries([...columns].map(([measure, column]) => [measure, column[at]!])),
    ],
  }));
}

const isMoney = ({ kind, measure }: Link): boolean =>
  kind === 'value' || kind === 'yield' || measure === 'revenue';

/** Events on days by chance, in proportion to weights, and no more of them than `most`. */
function spread(
  random: Random,
  total: number,
  weights: readonly number[],
  most: readonly number[] | null,
): number[] {
  let [left, weightLeft] = [total, weights.reduce((sum, weight) => sum + weight, 0)];
  let roomLeft = most ? most.reduce((sum, room) => sum + room, 0) : Infinity;
  return weights.map((weight, at) => {
    const room = most ? most[at]! : left;
    roomLeft -= most ? room : 0;
    const drawn = weightLeft > 0 ? random.binomial(left, Math.min(1, weight / weightLeft)) : 0;
    const isLast = at === weights.length - 1;
    const count = Math.max(isLast && !most ? left : left - roomLeft, Math.min(room, drawn), 0);
    left -= count;
    weightLeft -= weight;
    return count;
  });
}

/** Deals of very different amounts that add up; won ones fall on any day. */
function moneyOf(
  random: Random,
  total: number,
  before: readonly number[],
  link: Link,
  counts: Counts,
  links: readonly Link[],
): number[] {
  const at = links.indexOf(link);
  const deals =
    link.kind === 'yield'
      ? Math.max(
          1,
          Math.round(
            ((counts[links[at - 2]?.measure ?? ''] ?? 1) * total) / (counts[links[at - 1]!.measure] || 1),
          ),
        )
      : 0;
  const numbers =
    deals > 0
      ? spread(
          random,
          deals,
          before.map(() => 1),
          null,
        )
      : before;
  const amounts = numbers.map((count) => (count > 0 ? random.gamma(count) : 0));
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  return amounts.map((amount) => (sum > 0 ? Math.round((total * amount) / sum) : 0));
}
