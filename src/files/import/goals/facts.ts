import { keysOf, SETTINGS_ID } from '../../../model/ids.ts';
import { readRecord } from '../../../model/read-record.ts';
import { segmentSchema, type Segment } from '../../../model/records/goals.ts';
import { defaultSettings } from '../../../model/records/settings.ts';
import { segmentTree } from '../../../model/segment-tree.ts';
import type { Day } from '../../../model/time.ts';
import type { PlanReader } from '../facts.ts';
import { goalMappings } from './remembered.ts';
import type { GoalFacts, GoalUnit } from './types.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const key = (id: string): string => keysOf(id)[0] ?? '';

/** What an import of goals needs of the open plan. */
export function goalFactsOf(reader: PlanReader, asOf: Day): GoalFacts {
  const firstMonth = reader.get(SETTINGS_ID)?.['firstMonth'];
  return {
    asOf,
    firstMonth: typeof firstMonth === 'number' ? firstMonth : defaultSettings.firstMonth,
    units: unitsOf(reader),
    places: reader.ofKind('place').map(([id, { parent }]) => {
      const [unit = '', before = ''] = keysOf(id);
      return { unit, before, parent: text(parent) || null };
    }),
    segments: segmentsOf(reader),
    aliases: Object.fromEntries(
      reader.ofKind('alias').map(([id, { unit }]) => [key(id), text(unit) || null]),
    ),
    mappings: goalMappings(reader),
  };
}

function unitsOf(reader: PlanReader): GoalUnit[] {
  const units = reader.ofKind('unit');
  const names = new Map(units.map(([id, { name }]) => [key(id), text(name)]));
  return units.map(([id, { name, kind, parent }]) => ({
    key: key(id),
    name: text(name),
    kind: text(kind),
    parent: names.has(text(parent)) ? text(parent) : null,
    team: names.get(text(parent)) ?? '',
  }));
}

function segmentsOf(reader: PlanReader): GoalFacts['segments'] {
  const all = new Map<string, Segment>();
  for (const [id, values] of reader.ofKind('segment')) {
    const read = readRecord(segmentSchema, { name: '', ...values });
    if (read) all.set(key(id), { ...read, key: key(id) });
  }
  return segmentTree(all).map(({ segment, parent }) => ({ key: segment.key, name: segment.name, parent }));
}
