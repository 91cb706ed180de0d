import type { ForecastAnswer, RepLever, StandingAnswer, Status } from '../../model/planning.ts';
import type { TreeUnit } from '../shell/units.ts';

/** One rep of the board. Money in minor units; NaN = no number. */
export interface RepRow {
  readonly unit: string;
  readonly name: string;
  readonly goal: number;
  readonly won: number;
  /** Of the goal, due before today. */
  readonly due: number;
  readonly expected: number;
  readonly chance: number;
  readonly volume: number;
  readonly volumeSure: boolean;
  readonly conversion: number;
  readonly conversionSure: boolean;
  readonly status: Status;
  readonly statusMeasure: string | null;
  readonly lever: RepLever | null;
}

interface Answers {
  readonly forecast: ForecastAnswer;
  readonly standing: StandingAnswer;
}

export function repRows(reps: readonly TreeUnit[], { forecast, standing }: Answers): RepRow[] {
  const at = new Map(forecast.units.map((key, index) => [key, index]));
  return reps.flatMap(({ key, name }) => {
    const row = at.get(key);
    if (row === undefined) return [];
    return {
      ...{ unit: key, name },
      goal: forecast.goal[row] ?? NaN,
      won: forecast.won[row] ?? NaN,
      due: standing.due[row] ?? NaN,
      expected: forecast.expected[row] ?? NaN,
      chance: forecast.chance[row] ?? NaN,
      volume: standing.volume[row] ?? NaN,
      volumeSure: standing.volumeSure[row] === 1,
      conversion: standing.conversion[row] ?? NaN,
      conversionSure: standing.conversionSure[row] === 1,
      status: standing.status[row] ?? 'none',
      statusMeasure: standing.statusMeasure[row] ?? null,
      lever: standing.levers[row] ?? null,
    };
  });
}

export const COLUMNS = [
  'name',
  'goal',
  'won',
  'pace',
  'expected',
  'chance',
  'volume',
  'conversion',
  'status',
  'lever',
  'effect',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  readonly column: Column;
  readonly down: boolean;
}

/** The least likely first: who needs something stands on top. */
export const FIRST: Sorting = { column: 'chance', down: false };

const ORDER: readonly Status[] = [
  'execution',
  'overload',
  'ability',
  'override',
  'tooLittle',
  'luck',
  'steady',
  'ahead',
  'none',
];

const keyOf: Record<Column, (row: RepRow) => number | string> = {
  name: ({ name }) => name,
  goal: ({ goal }) => goal,
  won: ({ won }) => won,
  pace: ({ won, due }) => won / due,
  expected: ({ expected }) => expected,
  chance: ({ chance }) => chance,
  volume: ({ volume }) => volume,
  conversion: ({ conversion }) => conversion,
  status: ({ status }) => ORDER.indexOf(status),
  lever: ({ lever }) => lever?.measure ?? '￿',
  effect: ({ lever }) => lever?.effect ?? NaN,
};

/** No number comes last, either way. */
export function sorted(rows: readonly RepRow[], { column, down }: Sorting): RepRow[] {
  const sign = down ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [keyOf[column](one), keyOf[column](other)];
    if (typeof a === 'string' || typeof b === 'string') return sign * String(a).localeCompare(String(b));
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return sign * (a - b);
  });
}
