import { existsSync, readFileSync } from 'node:fs';

/** Where a real team's export lies beside the checkout; it may not be kept in it. */
const FOLDER = new URL('../../../../shared/data/', import.meta.url);

export type Row = Readonly<Record<string, string>>;

/** A telesales team's months, and the days of the one that follows them. */
export interface Replay {
  readonly source: 'a real export' | 'made up';
  readonly reps: readonly string[];
  /** By rep and month, up to the one before the days. */
  readonly months: readonly Row[];
  /** By rep and day, of the whole month. */
  readonly days: readonly Row[];
  /** How the month of the days ended. */
  readonly ended: readonly Row[];
}

export const MONTH = '2024-06';
/** From a Monday to its Friday. */
export const WEEK = ['03', '04', '05', '06', '07'].map((day) => `${MONTH}-${day}`);

/** The real team where its data is there, else one that is made up in its shape. */
export function replayed(): Replay {
  const [month, day] = ['telesales_rep_month.csv', 'telesales_rep_day.csv'].map(
    (name) => new URL(name, FOLDER),
  );
  return existsSync(month!) && existsSync(day!)
    ? told('a real export', rowsOf(readFileSync(month!, 'utf8')), rowsOf(readFileSync(day!, 'utf8')))
    : told('made up', madeMonths(), madeDays());
}

/** Those who sold something and dialled in the month before. */
function told(source: Replay['source'], all: readonly Row[], allDays: readonly Row[]): Replay {
  const before = all.filter(({ month }) => month! < MONTH);
  const last = before
    .map(({ month }) => month!)
    .sort()
    .at(-1);
  const reps = before
    .filter(({ month, revenue, dials }) => month === last && Number(revenue) > 0 && Number(dials) > 200)
    .map(({ rep }) => rep!);
  const own = ({ rep }: Row): boolean => reps.includes(rep!);
  return {
    ...{ source, reps },
    months: before.filter(own),
    days: allDays.filter(own).filter(({ date }) => date!.startsWith(MONTH) && Number(date!.slice(8)) >= 3),
    ended: all.filter(own).filter(({ month }) => month === MONTH),
  };
}

function rowsOf(csv: string): Row[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

const MADE = ['Ann Lee', 'Bo Chan', 'Cy Dahl', 'Di Ford', 'Ed Gray', 'Flo Hunt'];

function madeMonths(): Row[] {
  const months = Array.from({ length: 9 }, (_, at) => {
    const n = 10 + at;
    return `${String(2023 + Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
  return months.flatMap((month, at) =>
    MADE.map((rep, place) => {
      const dials = 560 + 40 * place + ((at * 37 + place * 53) % 90);
      const connects = Math.round(dials * (0.78 + 0.01 * place));
      const talk60 = Math.round(connects * 0.32);
      const intents = Math.round(talk60 * 0.25);
      const wins = Math.round(intents * 0.16);
      return textOf({ rep, month, dials, connects, talk60, intent_AC: intents, wins, revenue: wins * 7400 });
    }),
  );
}

const madeDays = (): Row[] =>
  [...WEEK, ...['11', '12', '13', '14', '17', '18'].map((day) => `${MONTH}-${day}`)].flatMap((date, at) =>
    MADE.map((rep, place) => {
      const dials = 26 + 2 * place + ((at * 7 + place * 5) % 9);
      const connects = Math.round(dials * 0.78);
      return textOf({ rep, date, dials, connects, talk60: Math.round(connects * 0.32) });
    }),
  );

const textOf = (row: Readonly<Record<string, string | number>>): Row =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]));
