import { stamp, type Facts, type Rec, type Stamp } from '../../model/facts/index.ts';
import type { Json } from '../../model/json.ts';
import { list, object, refuse, text, whole } from './check.ts';
import { readColumns, rowOf, type Columns } from './columns.ts';
import { MAX_RECORDS, type PlanFileMeta } from './format.ts';
import { readRecord, type Lists } from './record.ts';
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

function countRecords(groups: readonly Json[]): number {
  const count = groups.reduce<number>((sum, group, i) => {
    const where = `groups[${i}]`;
    return sum + list(object(group, where)['ids'], `${where}.ids`).length;
  }, 0);
  return count > MAX_RECORDS ? refuse('planTooMany', { count, limit: MAX_RECORDS }) : count;
}

/** A file's content, checked in shape: which plan it is of, and its records as columns. */
export interface OpenFile {
  readonly plan: string;
  readonly meta: PlanFileMeta;
  readonly records: number;
  readonly lists: Lists;
  readonly groups: readonly Columns[];
}

/** Throws a Refusal at the first thing that is not as the format says. */
export function openContent(value: unknown): OpenFile {
  const content = object(value, 'content');
  const meta = readMeta(content['meta']);
  const plan = text(content['plan'], 'plan');
  const writers = list(content['writers'], 'writers').map(readWriter);
  const groups = list(content['groups'], 'groups');
  const records = countRecords(groups);
  const stamps = readStamps(list(content['stamps'], 'stamps'), writers);
  const columns = groups.map((group, i) => readColumns(group, stamps, `groups[${i}]`));
  return { plan, meta, records, lists: { stamps, writers }, groups: columns };
}

function readRecords({ groups, lists }: OpenFile): Map<string, Rec> {
  const recs = new Map<string, Rec>();
  for (const columns of groups)
    for (const [i, id] of columns.ids.entries()) {
      if (recs.has(id)) refuse('planWrongShape', { where: id });
      recs.set(id, readRecord(rowOf(columns, i), lists));
    }
  return new Map([...recs].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A plan from the content of a file. Throws a Refusal at the first thing that is not as the format says. */
export function readContent(value: unknown): { facts: ReadFacts; meta: PlanFileMeta } {
  const file = openContent(value);
  return { facts: { id: file.plan, recs: readRecords(file) }, meta: file.meta };
}
