import { cellOf, joinRec, pack, stamp, type Rec, type Stamp, type Step } from '../model/facts/index.ts';
import { sameCell, type Cell } from '../model/facts/cell.ts';
import type { Json } from '../model/json.ts';
import type { PageText, Records } from './storage.ts';

/*
 * A page is the unit of reading and writing: a text, because the database copies texts far faster than objects, and
 * small, because one typed cell rewrites one page. Which page a record lies in is part of the stored format.
 */

/** Kinds of which a plan has few: one page each. */
const FEW = new Set([
  'settings',
  'measure',
  'other',
  'season',
  'dayOff',
  'mapping',
  'tier',
  'tierLine',
  'level',
]);
/** Kinds without a unit in their id: spread over pages by the first letter of their key. */
const SPREAD = new Set(['unit', 'alias', 'note', 'writer']);
/** Kinds with a record a day: a page for each unit and month of the calendar. */
const DAILY = new Set(['actual', 'systemActual']);
const MONTH_LENGTH = '2026-11'.length;

const firstLetter = (text: string): string => {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
};

/** The page of a record: always a beginning of its id. Months of one unit lie together. */
export function pageOf(id: string): string {
  const keyAt = id.indexOf('/') + 1;
  const kind = id.slice(0, keyAt - 1);
  if (FEW.has(kind)) return id.slice(0, keyAt);
  if (SPREAD.has(kind)) return id.slice(0, keyAt) + firstLetter(id.slice(keyAt));
  const end = id.indexOf('/', keyAt);
  if (DAILY.has(kind) && end > 0) return id.slice(0, end + 1 + MONTH_LENGTH);
  return end < 0 ? id : id.slice(0, end);
}

type FactRow = [value: Json, stamp: number];
/** Rest of the id behind the page's name, number of its field list, of its stamp, values, cells that differ. */
type RecordRow = [rest: string, shape: number, stamp: number, values: Json[], cells?: [string, FactRow[]][]];
/** writer, n, at, then pairs of writer and number: what it had seen beside itself. */
type StampRow = number[];
interface PageContent {
  readonly writers: string[];
  readonly stamps: StampRow[];
  readonly shapes: string[][];
  readonly records: RecordRow[];
}

class Numbering<T> {
  readonly list: T[] = [];
  readonly #numbers = new Map<unknown, number>();
  of(key: unknown, make: () => T): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    // Made first: a stamp's row numbers other things on its way.
    const made = make();
    this.#numbers.set(key, this.list.length);
    return this.list.push(made) - 1;
  }
}

/** The text of these records, all of one page. */
export function encodePage(page: string, records: Iterable<readonly [string, Rec]>): string {
  const writers = new Numbering<string>();
  const stamps = new Numbering<StampRow>();
  const shapes = new Numbering<string[]>();
  const writer = (by: string) => writers.of(by, () => by);
  const seenOf = (s: Stamp) =>
    Object.entries(s.seen).flatMap(([by, n]) => (by === s.by ? [] : [writer(by), n]));
  const stampNumber = (s: Stamp) => stamps.of(s, () => [writer(s.by), s.n, s.at, ...seenOf(s)]);
  const cells = (x: { readonly [field: string]: Cell }) =>
    Object.entries(x).map(([field, facts]): [string, FactRow[]] => [
      field,
      facts.map((fact): FactRow => [fact.v, stampNumber(fact.s)]),
    ]);
  const rows = Array.from(records, ([id, rec]): RecordRow => {
    const fields = Object.keys(rec.v);
    const shape = shapes.of(fields.join('\n'), () => fields);
    const head = [id.slice(page.length), shape, stampNumber(rec.s), Object.values(rec.v)] as const;
    return rec.x ? [...head, cells(rec.x)] : [...head];
  });
  const content: PageContent = {
    writers: writers.list,
    stamps: stamps.list,
    shapes: shapes.list,
    records: rows,
  };
  return JSON.stringify(content);
}

function readStamp(row: StampRow, writers: readonly string[]): Stamp {
  const [by = 0, n = 0, at = 0] = row;
  const seen: Record<string, number> = {};
  for (let i = 3; i < row.length; i += 2) seen[writers[row[i]!]!] = row[i + 1]!;
  return stamp(writers[by]!, n, at, seen);
}

function readValues(fields: readonly string[], values: readonly Json[]): Record<string, Json> {
  const read: Record<string, Json> = {};
  for (let i = 0; i < fields.length; i++) if (fields[i] !== '__proto__') read[fields[i]!] = values[i]!;
  return read;
}

/** The records of a page into `into`. Throws where the text is damaged. */
export function decodePage({ page, text }: PageText, into = new Map<string, Rec>()): Map<string, Rec> {
  const { writers, stamps, shapes, records } = JSON.parse(text) as PageContent;
  const made = stamps.map((row) => readStamp(row, writers));
  for (const [rest, shape, stampNumber, values, cells] of records) {
    const v = readValues(shapes[shape]!, values);
    const s = made[stampNumber]!;
    if (!cells) into.set(page + rest, { v, s });
    else {
      const facts = (rows: FactRow[]): Cell => rows.map(([value, at]) => ({ v: value, s: made[at]! }));
      into.set(page + rest, {
        v,
        s,
        x: Object.fromEntries(cells.map(([field, rows]) => [field, facts(rows)])),
      });
    }
  }
  return into;
}

/** A stored page joined with facts for it. */
export function joinPage(stored: string | undefined, { page, text }: PageText): string {
  if (stored === undefined) return text;
  const records = decodePage({ page, text: stored });
  for (const [id, rec] of decodePage({ page, text })) records.set(id, joinRec(records.get(id), rec));
  return encodePage(page, records);
}

/** Records by page, into `pages`. */
export function byPage<T>(
  entries: Iterable<readonly [string, T]>,
  pages = new Map<string, (readonly [string, T])[]>(),
): Map<string, (readonly [string, T])[]> {
  for (const entry of entries) {
    const page = pageOf(entry[0]);
    const present = pages.get(page);
    if (present) present.push(entry);
    else pages.set(page, [entry]);
  }
  return pages;
}

export const encodePages = (records: Records): PageText[] =>
  [...byPage(records)].map(([page, entries]) => ({ page, text: encodePage(page, entries) }));

export function decodePages(pages: readonly PageText[]): Map<string, Rec> {
  const records = new Map<string, Rec>();
  for (const page of pages) decodePage(page, records);
  return records;
}

/** Only the cells that were written: a cell that was merely seen could bring back what another tab has undone. */
export const writtenIn = ({
  before,
  after,
}: {
  readonly before?: Rec;
  readonly after?: Rec;
}): Rec | undefined => after && (before ? writtenCells(before, after) : after);

/** What a step wrote. */
export function deltaOf(step: Step): Map<string, Rec> {
  const delta = new Map<string, Rec>();
  for (const [id, entry] of step) {
    const written = writtenIn(entry);
    if (written) delta.set(id, written);
  }
  return delta;
}

function writtenCells(before: Rec, after: Rec): Rec | undefined {
  const cells = new Map<string, Cell>();
  for (const field of Object.keys(after.v)) {
    const cell = cellOf(after, field);
    if (!sameCell(cell, cellOf(before, field))) cells.set(field, cell);
  }
  return pack(cells);
}
