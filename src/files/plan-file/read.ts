import { stamp, type Facts, type Rec, type Stamp } from '../../model/facts/index.ts';
import type { Json } from '../../model/json.ts';
import { list, name, object, refuse, text, whole } from './check.ts';
import { MAX_RECORDS, type PlanFileMeta } from './format.ts';
import { readRecord, stampOf, type Lists, type Row } from './record.ts';
import { counter, readWriter, writerOf } from './writers.ts';

/** Records of a plan that was just read: the reader's own, to be changed in place. */
export type ReadFacts = Facts & { readonly recs: Map<string, Rec> };

function readMeta(value: unknown): PlanFileMeta {
  const meta = object(value, 'meta');
  return {
    app: text(meta['app'], 'meta.app'),
    savedAt: whole(meta['savedAt'], 'meta.savedAt'),
    ...(meta['readOnly'] === true && { readOnly: true }),
  };
}

function readStamps(rows: readonly Json[], writers: readonly string[]): Stamp[] {
  let at = 0;
  return rows.map((value, i) => {
    const where = `stamps[${i}]`;
    const row = list(value, where);
    const seen: Record<string, number> = {};
    for (let k = 3; k < row.length; k += 2)
      seen[writerOf(writers, row[k], where)] = counter(row[k + 1], where);
    at += whole(row[2], where);
    return stamp(writerOf(writers, row[0], where), counter(row[1], where), whole(at, where), seen);
  });
}

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

function* rowsOf(value: unknown, { stamps }: Lists, where: string): Iterable<Row> {
  const group = object(value, where);
  const fields = readFields(group['fields'], `${where}.fields`);
  const ids = list(group['ids'], `${where}.ids`);
  const numbers = column(group['stamps'], ids.length, `${where}.stamps`);
  const columns = column(group['values'], fields.length, `${where}.values`).map((values) =>
    column(values, ids.length, `${where}.values`),
  );
  const differing = readDiffering(group['differing'], ids.length, fields, `${where}.differing`);
  const sorted = [...fields].sort();
  const ordered = sorted.map((field) => columns[fields.indexOf(field)]!);
  for (const [i, value] of ids.entries()) {
    const id = readId(value, `${where}.ids`);
    yield {
      id,
      fields: sorted,
      values: ordered.map((values) => values[i]!),
      s: stampOf(stamps, numbers[i], id),
      differing: differing.get(i) ?? NOTHING,
    };
  }
}

function countRecords(groups: readonly Json[]): void {
  const count = groups.reduce<number>((sum, group, i) => {
    const where = `groups[${i}]`;
    return sum + list(object(group, where)['ids'], `${where}.ids`).length;
  }, 0);
  if (count > MAX_RECORDS) refuse('planTooMany', { count, limit: MAX_RECORDS });
}

function readRecords(groups: readonly Json[], lists: Lists): Map<string, Rec> {
  const recs = new Map<string, Rec>();
  for (const [i, group] of groups.entries())
    for (const row of rowsOf(group, lists, `groups[${i}]`)) {
      if (recs.has(row.id)) refuse('planWrongShape', { where: row.id });
      recs.set(row.id, readRecord(row, lists));
    }
  return new Map([...recs].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A plan from the content of a file. Throws a Refusal at the first thing that is not as the format says. */
export function readContent(value: unknown): { facts: ReadFacts; meta: PlanFileMeta } {
  const content = object(value, 'content');
  const meta = readMeta(content['meta']);
  const id = text(content['plan'], 'plan');
  const writers = list(content['writers'], 'writers').map(readWriter);
  const groups = list(content['groups'], 'groups');
  countRecords(groups);
  const stamps = readStamps(list(content['stamps'], 'stamps'), writers);
  return { facts: { id, recs: readRecords(groups, { stamps, writers }) }, meta };
}
