import type { Stamp } from '../../model/facts/index.ts';
import type { Json } from '../../model/json.ts';
import { list, name, object, refuse, text, whole } from './check.ts';
import { stampOf, type Row } from './record.ts';

/** `kind/key…`; what ids of newer versions look like is theirs. */
function readId(value: unknown, where: string): string {
  const id = text(value, where);
  return id.indexOf('/') > 0 && id.length <= 1000 ? id : refuse('planWrongShape', { where });
}

function column(value: unknown, length: number, where: string): readonly Json[] {
  const items = list(value, where);
  return items.length === length ? items : refuse('planWrongShape', { where });
}

type Differing = ReadonlyMap<number, ReadonlyMap<string, readonly Json[]>>;
const NOTHING: ReadonlyMap<string, readonly Json[]> = new Map();

/** Row → field → its own facts, each cell once and within the group. */
function readDiffering(value: unknown, rows: number, fields: readonly string[], where: string): Differing {
  const all = new Map<number, Map<string, readonly Json[]>>();
  for (const item of list(value, where)) {
    const [at, fieldName, ...facts] = list(item, where);
    const row = whole(at, where);
    const field = text(fieldName, where);
    const cells = all.get(row) ?? new Map<string, readonly Json[]>();
    if (row < 0 || row >= rows || !fields.includes(field) || cells.has(field))
      refuse('planWrongShape', { where });
    all.set(row, cells.set(field, facts));
  }
  return all;
}

function readFields(value: unknown, where: string): string[] {
  const fields = list(value, where).map((field) => name(field, where));
  if (!fields.length || new Set(fields).size < fields.length) refuse('planWrongShape', { where });
  return fields;
}

/** The records of one kind with the same fields, as the file has them: checked in shape, values not looked at yet. */
export interface Columns {
  readonly ids: readonly string[];
  /** In canonical order. */
  readonly fields: readonly string[];
  /** Of each field, by row. */
  readonly values: readonly (readonly Json[])[];
  /** The stamp of most cells, by row. */
  readonly stamps: readonly Stamp[];
  readonly differing: Differing;
}

export function readColumns(value: unknown, stamps: readonly Stamp[], where: string): Columns {
  const group = object(value, where);
  const fields = readFields(group['fields'], `${where}.fields`);
  const ids = list(group['ids'], `${where}.ids`).map((id) => readId(id, `${where}.ids`));
  const numbers = column(group['stamps'], ids.length, `${where}.stamps`);
  const columns = column(group['values'], fields.length, `${where}.values`).map((values) =>
    column(values, ids.length, `${where}.values`),
  );
  const sorted = [...fields].sort();
  return {
    ids,
    fields: sorted,
    values: sorted.map((field) => columns[fields.indexOf(field)]!),
    stamps: numbers.map((number, i) => stampOf(stamps, number, ids[i]!)),
    differing: readDiffering(group['differing'], ids.length, fields, `${where}.differing`),
  };
}

export const rowOf = ({ ids, fields, values, stamps, differing }: Columns, i: number): Row => ({
  id: ids[i]!,
  fields,
  values: values.map((column) => column[i]!),
  s: stamps[i]!,
  differing: differing.get(i) ?? NOTHING,
});
