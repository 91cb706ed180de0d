import { cellOf, internRec, LIFE, type Facts, type Rec, type Stamp } from '../../model/facts/index.ts';
import type { Json } from '../../model/json.ts';
import { writeLife, writersIn } from './life.ts';
import type { Content, DifferingCell, Group, PlanFileMeta, StampRow } from './format.ts';

type Entry = readonly [id: string, rec: Rec];
type Numbers<T> = ReadonlyMap<T, number>;

/** Numbers in order of first use: neighbours get neighbouring numbers, which is what gzip likes. */
const numbered = <T>(items: Iterable<T>): Map<T, number> => {
  const numbers = new Map<T, number>();
  for (const item of items) if (!numbers.has(item)) numbers.set(item, numbers.size);
  return numbers;
};

const differingFields = (rec: Rec): string[] => Object.keys(rec.x ?? {}).sort();

function* stampsOf(entries: readonly Entry[]): Iterable<Stamp> {
  for (const [, rec] of entries) {
    yield rec.s;
    for (const field of differingFields(rec)) for (const fact of cellOf(rec, field)) yield fact.s;
  }
}

const othersSeen = (stamp: Stamp): string[] =>
  Object.keys(stamp.seen)
    .filter((by) => by !== stamp.by)
    .sort();

function stampRows(stamps: Iterable<Stamp>, writers: Numbers<string>): StampRow[] {
  let last = 0;
  return Array.from(stamps, (stamp) => {
    const elapsed = stamp.at - last;
    last = stamp.at;
    const past = othersSeen(stamp).flatMap((by) => [writers.get(by)!, stamp.seen[by]!]);
    return [writers.get(stamp.by)!, stamp.n, elapsed, ...past];
  });
}

interface Lists {
  readonly stamps: Numbers<Stamp>;
  readonly writers: Numbers<string>;
}

const valueOf = (field: string, value: Json, { writers }: Lists): Json =>
  field === LIFE ? writeLife(value, writers) : value;

const differingCell = (row: number, field: string, rec: Rec, lists: Lists): DifferingCell => [
  row,
  field,
  ...cellOf(rec, field).flatMap((fact): Json[] => [lists.stamps.get(fact.s)!, valueOf(field, fact.v, lists)]),
];

/** A cell that differs from its row is blank in the column: its facts say what is shown. */
const plainValue = (rec: Rec, field: string, lists: Lists): Json =>
  rec.x && Object.hasOwn(rec.x, field) ? null : valueOf(field, rec.v[field]!, lists);

function groupOf(entries: readonly Entry[], lists: Lists): Group {
  const fields = Object.keys(entries[0]![1].v).sort();
  return {
    fields,
    ids: entries.map(([id]) => id),
    stamps: entries.map(([, rec]) => lists.stamps.get(rec.s)!),
    values: fields.map((field) => entries.map(([, rec]) => plainValue(rec, field, lists))),
    differing: entries.flatMap(([, rec], row) =>
      differingFields(rec).map((field) => differingCell(row, field, rec, lists)),
    ),
  };
}

/** Records of one kind with the same fields belong to one group. */
const groupKey = ([id, rec]: Entry): string =>
  JSON.stringify([id.slice(0, id.indexOf('/')), ...Object.keys(rec.v).sort()]);

function grouped(entries: readonly Entry[]): (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = groupKey(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.keys()].sort().map((key) => groups.get(key)!);
}

const compareIds = ([a]: Entry, [b]: Entry): number => (a < b ? -1 : 1);

/** The canonical content: equal plans with equal meta give equal contents, in the order of their keys too. */
export function contentOf(facts: Facts, meta: PlanFileMeta): Content {
  const entries = [...facts.recs].map(([id, rec]): Entry => [id, internRec(rec)]).sort(compareIds);
  const stamps = numbered(stampsOf(entries));
  const writers = numbered([
    ...[...stamps.keys()].flatMap((stamp) => [stamp.by, ...othersSeen(stamp)]),
    ...entries.flatMap(([, rec]) => cellOf(rec, LIFE).flatMap((fact) => writersIn(fact.v))),
  ]);
  return {
    meta: { app: meta.app, savedAt: meta.savedAt, ...(meta.readOnly && { readOnly: true }) },
    plan: facts.id,
    writers: [...writers.keys()],
    stamps: stampRows(stamps.keys(), writers),
    groups: grouped(entries).map((group) => groupOf(group, { stamps, writers })),
  };
}
