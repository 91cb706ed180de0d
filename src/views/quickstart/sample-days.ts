import type { RecordEntry } from '../../model/diff.ts';
import { keysOf, recordId } from '../../model/ids.ts';
import { usualSource, type ActualSource } from '../../model/records/actual.ts';
import { dayNumber, dayOf, weekday, type Day } from '../../model/time.ts';

/** A fixed stream of numbers in 0..1 (mulberry32): the sample is the same on every device. */
export function stream(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let x = Math.imul(a ^ (a >>> 15), 1 | a);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SATURDAY = 6;
/** The weeks in which hardly anybody works in China, as month and day: nobody of the sample does. */
const HOLIDAYS: readonly (readonly [from: string, to: string])[] = [
  ['01-01', '01-03'],
  ['05-01', '05-05'],
  ['10-01', '10-07'],
];
const isHoliday = (day: Day): boolean =>
  HOLIDAYS.some(([from, to]) => from <= day.slice(5) && day.slice(5) <= to);

/** The working days of a month before today. */
function daysBefore(today: Day): Day[] {
  const first = dayNumber(`${today.slice(0, 8)}01`);
  return Array.from({ length: dayNumber(today) - first }, (_, at) => dayOf(first + at)).filter(
    (day) => weekday(day) < SATURDAY && !isHoliday(day),
  );
}

/** The running month's rows as days, where any of its days are over. */
export function withDays(records: readonly RecordEntry[], today: Day): RecordEntry[] {
  const days = daysBefore(today);
  const month = `/${today.slice(0, 7)}`;
  if (days.length === 0) return [...records];
  let person = 0;
  return records.flatMap(([id, values]): RecordEntry[] => {
    if (!id.startsWith('history/') || !id.endsWith(month)) return [[id, values]];
    return daysOf(keysOf(id)[0] ?? '', person++, values as Readonly<Record<string, number>>, days);
  });
}

/** Somebody forgot to log these days back: what is missing is a part of the sample, too. */
const ENOUGH = 9;
const FORGOTTEN: ReadonlyMap<number, number> = new Map([
  [6, 3],
  [11, 5],
]);

/**
 * A month so far, day by day: each measure adds up to what it came to, never more on a day than the one before it; calls
 * from the system, what came of them from the people.
 */
function daysOf(
  unit: string,
  person: number,
  month: Readonly<Record<string, number>>,
  all: readonly Day[],
): RecordEntry[] {
  const forgotten = FORGOTTEN.get(person);
  const days = forgotten && all.length > ENOUGH ? all.toSpliced(all.length - forgotten, 1) : all;
  const random = stream(31 + person);
  const table = Object.entries(spread(month, days.length, random));
  return days.flatMap((day, at) => {
    const of = (source: ActualSource): Record<string, number> =>
      Object.fromEntries(
        table.flatMap(([measure, values]) =>
          usualSource(measure) === source ? [[measure, values[at] ?? 0] as const] : [],
        ),
      );
    return [
      [recordId.systemActual(unit, day), of('system')],
      [recordId.actual(unit, day), of('person')],
    ] satisfies RecordEntry[];
  });
}

/** More than this is money, which comes in a few deals. */
const DEAL = 300_000;

function spread(
  month: Readonly<Record<string, number>>,
  days: number,
  random: () => number,
): Record<string, number[]> {
  const table: Record<string, number[]> = {};
  let before: number[] | null = null;
  for (const [measure, total] of Object.entries(month)) {
    const isMoney = measure === 'pipeline' || measure === 'revenue';
    const values: number[] = isMoney
      ? dealsOf(total, days, random)
      : before
        ? drawn(total, before, random)
        : evenly(total, days, random);
    if (!isMoney) before = values;
    table[measure] = values;
  }
  return table;
}

/** A day's work differs a little from the next. */
function evenly(total: number, days: number, random: () => number): number[] {
  const weights = Array.from({ length: days }, () => 0.85 + 0.3 * random());
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [sum, given] = [0, 0];
  return weights.map((weight) => {
    sum += weight;
    const until = Math.round((total * sum) / whole);
    const part = until - given;
    given = until;
    return part;
  });
}

/** Each of the total is one of those of the measure before it. */
function drawn(total: number, before: readonly number[], random: () => number): number[] {
  const left = [...before];
  let remaining = left.reduce((sum, count) => sum + count, 0);
  const values = before.map(() => 0);
  for (let count = 0; count < total; count++) {
    let place = random() * remaining;
    const found = left.findIndex((each) => (place -= each) < 0);
    const day = found < 0 ? count % values.length : found;
    values[day] = (values[day] ?? 0) + 1;
    if (found >= 0) {
      left[day] = (left[day] ?? 0) - 1;
      remaining--;
    }
  }
  return values;
}

/** Whole units of money in deals on some of the days. */
function dealsOf(total: number, days: number, random: () => number): number[] {
  const values = Array.from({ length: days }, () => 0);
  const deals = Math.max(1, Math.round(total / DEAL));
  let left = total;
  for (let deal = deals; deal > 0; deal--) {
    const amount = deal === 1 ? left : Math.round(((left / deal) * (0.7 + 0.6 * random())) / 100) * 100;
    const day = Math.floor(random() * days);
    values[day] = (values[day] ?? 0) + amount;
    left -= amount;
  }
  return values;
}
