import { cellOf, joinCell, pack, LIFE, shownValues, stamp } from '../../model/facts/index.ts';
import type { Cell, Facts, Rec, Stamp } from '../../model/facts/index.ts';
import type { Json } from '../../model/json.ts';
import { validateValue } from '../../model/validate.ts';
import { harmless, list, name, object, Refusal, refuse, text, whole } from './check.ts';
import { MAX_RECORDS, type PlanFileMeta } from './format.ts';

/** Records of a plan that was just read: the reader's own, to be changed in place. */
export type ReadFacts = Facts & { readonly recs: Map<string, Rec> };

interface Row {
  readonly id: string;
  readonly v: { [field: string]: Json };
  readonly s: Stamp;
}

function readMeta(value: unknown): PlanFileMeta {
  const meta = object(value, 'meta');
  return { app: text(meta['app'], 'meta.app'), savedAt: whole(meta['savedAt'], 'meta.savedAt') };
}

const WRITER = /^[\w-]{1,80}$/;

function readWriter(value: unknown, i: number): string {
  const writer = name(value, `writers[${i}]`);
  return WRITER.test(writer) ? writer : refuse('planWrongShape', { where: `writers[${i}]` });
}

function writerOf(writers: readonly string[], value: unknown, where: string): string {
  return writers[whole(value, where)] ?? refuse('planUnknownWriter', { where });
}

/** A writer's counter starts at 1. */
function counter(value: unknown, where: string): number {
  const n = whole(value, where);
  return n >= 1 ? n : refuse('planWrongShape', { where });
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

const stampOf = (stamps: readonly Stamp[], value: unknown, where: string): Stamp =>
  stamps[whole(value, where)] ?? refuse('planUnknownStamp', { where });

/** `kind/key…`; what ids of newer versions look like is theirs. */
function readId(value: unknown, where: string): string {
  const id = text(value, where);
  return id.indexOf('/') > 0 && id.length <= 1000 ? id : refuse('planWrongShape', { where });
}

function column(value: unknown, length: number, where: string): readonly Json[] {
  const items = list(value, where);
  return items.length === length ? items : refuse('planWrongShape', { where });
}

/** `true`, or what a deleter had seen of each field. */
function checkLife(value: Json, where: string): void {
  if (value === true) return;
  for (const seen of Object.values(object(object(value, where)['gone'], where)))
    for (const n of Object.values(object(seen, where))) counter(n, where);
}

function checkedValue(id: string, field: string, value: Json): Json {
  const where = `${id} ${field}`;
  harmless(value, where);
  if (field === LIFE) checkLife(value, where);
  return value;
}

function readRows(group: ReturnType<typeof object>, stamps: readonly Stamp[], where: string): Row[] {
  const fields = list(group['fields'], `${where}.fields`).map((field) => name(field, `${where}.fields`));
  if (!fields.length || new Set(fields).size < fields.length)
    refuse('planWrongShape', { where: `${where}.fields` });
  const ids = list(group['ids'], `${where}.ids`);
  const numbers = column(group['stamps'], ids.length, `${where}.stamps`);
  const columns = column(group['values'], fields.length, `${where}.values`).map((values) =>
    column(values, ids.length, `${where}.values`),
  );
  const order = fields.map((field, i) => [field, columns[i]!] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return ids.map((value, row) => {
    const id = readId(value, `${where}.ids`);
    const v: Record<string, Json> = {};
    for (const [field, values] of order) v[field] = checkedValue(id, field, values[row]!);
    return { id, v, s: stampOf(stamps, numbers[row], id) };
  });
}

/** The facts of one differing cell, in whatever order: joined, they are in the canonical one. */
function readCell(id: string, field: string, facts: readonly Json[], stamps: readonly Stamp[]): Cell {
  const where = `${id} ${field}`;
  if (!facts.length || facts.length % 2) refuse('planWrongShape', { where });
  let cell: Cell = [];
  for (let i = 0; i < facts.length; i += 2) {
    const v = checkedValue(id, field, facts[i + 1]!);
    cell = joinCell(cell, [{ v, s: stampOf(stamps, facts[i], where) }]);
  }
  return cell;
}

type Differing = Map<number, Map<string, Cell>>;

function readDiffering(
  value: unknown,
  rows: readonly Row[],
  stamps: readonly Stamp[],
  where: string,
): Differing {
  const all: Differing = new Map();
  for (const item of list(value, where)) {
    const [row, field, ...facts] = list(item, where);
    const index = whole(row, where);
    const record = rows[index];
    if (!record || !Object.hasOwn(record.v, text(field, where))) return refuse('planWrongShape', { where });
    const cells = all.get(index) ?? new Map<string, Cell>();
    cells.set(field as string, readCell(record.id, field as string, facts, stamps));
    all.set(index, cells);
  }
  return all;
}

/** Cells that differ are packed anew: a file whose shown values and facts disagree cannot get in. */
function recordOf({ v, s }: Row, differing: ReadonlyMap<string, Cell> | undefined): Rec {
  if (!differing) return { v, s };
  const plain = Object.keys(v).map((field): [string, Cell] => [field, cellOf({ v, s }, field)]);
  return pack(new Map([...plain, ...differing]))!;
}

/** Shown values and their rivals must be possible for their fields; the first that is not is named. */
function checkValues(id: string, rec: Rec): void {
  for (const [field, value] of Object.entries(shownValues(rec) ?? {})) {
    const rivals = cellOf(rec, field).map((fact) => fact.v);
    for (const candidate of rivals.length > 1 ? rivals : [value]) {
      const failure = validateValue(id, field, candidate);
      if (failure) throw new Refusal({ ...failure, code: 'planWrongValue', values: { record: id, field } });
    }
  }
}

function readGroup(value: unknown, stamps: readonly Stamp[], where: string, recs: Map<string, Rec>): void {
  const group = object(value, where);
  const rows = readRows(group, stamps, where);
  const differing = readDiffering(group['differing'], rows, stamps, `${where}.differing`);
  for (const [i, row] of rows.entries()) {
    if (recs.has(row.id)) refuse('planWrongShape', { where: row.id });
    const rec = recordOf(row, differing.get(i));
    checkValues(row.id, rec);
    recs.set(row.id, rec);
  }
}

function countRecords(groups: readonly Json[]): void {
  const count = groups.reduce<number>((sum, group, i) => {
    const where = `groups[${i}]`;
    return sum + list(object(group, where)['ids'], `${where}.ids`).length;
  }, 0);
  if (count > MAX_RECORDS) refuse('planTooMany', { count, limit: MAX_RECORDS });
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
  const recs = new Map<string, Rec>();
  for (const [i, group] of groups.entries()) readGroup(group, stamps, `groups[${i}]`, recs);
  return { facts: { id, recs: new Map([...recs].sort(([a], [b]) => (a < b ? -1 : 1))) }, meta };
}
