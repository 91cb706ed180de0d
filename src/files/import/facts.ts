import type { RecordEntry } from '../../model/diff.ts';
import { keysOf, SETTINGS_ID, type RecordKind } from '../../model/ids.ts';
import type { Json, Values } from '../../model/json.ts';
import type { Measure } from '../../model/records/measure.ts';
import { defaultSettings } from '../../model/records/settings.ts';
import { dayNumber, dayOf, type Day } from '../../model/time.ts';
import type { PlanFacts } from './types.ts';

/** What an import needs of the open plan; a session is one. */
export interface PlanReader {
  get(id: string): Values | undefined;
  ofKind(kind: RecordKind): readonly RecordEntry[];
}

const keyOf = (id: string): string => keysOf(id)[0] ?? '';

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A plan that is not kept anywhere yet, as its records. */
export function readerOf(records: readonly RecordEntry[]): PlanReader {
  const byId = new Map(records);
  return {
    get: (id) => byId.get(id),
    ofKind: (kind) => records.filter(([id]) => id.startsWith(`${kind}/`)),
  };
}

function unitsOf(reader: PlanReader): PlanFacts['units'] {
  const units = reader.ofKind('unit');
  const names = new Map(units.map(([id, { name }]) => [keyOf(id), textOf(name)]));
  return units.map(([id, { name, kind, parent }]) => ({
    key: keyOf(id),
    name: textOf(name),
    kind: textOf(kind),
    team: names.get(textOf(parent)) ?? '',
  }));
}

const COUNTED: readonly RecordKind[] = ['history', 'systemActual', 'actual'];

export function factsOf(
  reader: PlanReader,
  asOf: Day,
  lastWorkingDay: Day = dayOf(dayNumber(asOf) - 1),
): PlanFacts {
  const cutoff = reader.get(SETTINGS_ID)?.['cutoffDay'];
  const named = <T>(kind: RecordKind, field: string): { [key: string]: T } =>
    Object.fromEntries(reader.ofKind(kind).map(([id, values]) => [keyOf(id), (values[field] ?? null) as T]));
  return {
    asOf,
    lastWorkingDay,
    cutoffDay: typeof cutoff === 'number' ? cutoff : defaultSettings.cutoffDay,
    units: unitsOf(reader),
    measures: reader
      .ofKind('measure')
      .map(([id, values]) => ({ key: keyOf(id), ...(values as unknown as Omit<Measure, 'key'>) })),
    aliases: named<string | null>('alias', 'unit'),
    mappings: named<{ [header: string]: string }>('mapping', 'columns'),
    hasHistory: COUNTED.some((kind) =>
      reader.ofKind(kind).some(([, values]) => Object.values(values).some((value) => value !== null)),
    ),
  };
}
