import { sameCell, sameValue } from '../../model/facts/cell.ts';
import { cellOf, joinRec, shownValues, type Rec, type RecLookup } from '../../model/facts/index.ts';
import { kindOf, SLICE_ID } from '../../model/ids.ts';
import { sliceMark, type SliceMark } from '../../model/records/slice.ts';
import { splitReturned, type OutsideCell } from '../../model/slices/slice-return.ts';
import { refuse } from '../plan-file/check.ts';
import { rowOf, type Columns } from '../plan-file/columns.ts';
import type { OpenFile } from '../plan-file/index.ts';
import { assembled, checkValues } from '../plan-file/record.ts';

/** Every cell of the row is nothing but the record's value under the record's one stamp: most rows need no more look. */
function saysTheSame(rec: Rec | undefined, columns: Columns, row: number): boolean {
  if (!rec || rec.x || rec.s !== columns.stamps[row] || columns.differing.has(row)) return false;
  for (let i = 0; i < columns.fields.length; i++) {
    const value = rec.v[columns.fields[i]!];
    if (value === undefined || !sameValue(value, columns.values[i]![row]!)) return false;
  }
  return true;
}

/** What the file says of the part of a plan that it is; null = it is a whole plan. */
export function markOf({ groups, lists }: OpenFile): SliceMark | null {
  for (const columns of groups) {
    const row = columns.ids.indexOf(SLICE_ID);
    if (row >= 0) return sliceMark(shownValues(assembled(rowOf(columns, row), lists)) ?? undefined);
  }
  return null;
}

/** Facts that are not here, one file's and then all files', and who brought them. */
export class Incoming {
  /** What the files say of records of which they say something new, joined. */
  readonly recs = new Map<string, Rec>();
  /** Cells (`id field`) of which only mine is newer. */
  readonly mineNewer = new Set<string>();
  /** Records as the files had them where mine are newer: the latest file's. */
  readonly older = new Map<string, Rec>();
  /** Writer → the first file that brought something of theirs. */
  readonly bringers = new Map<string, string>();
  readonly #mine: RecLookup;
  /** Every record that the files speak of, with the number of the file that did last. */
  readonly #spoken = new Map<string, number>();
  #files = 0;

  constructor(mine: RecLookup) {
    this.#mine = mine;
  }

  /** Ids of all records in the files. */
  get ids(): Iterable<string> {
    return this.#spoken.keys();
  }

  /** What a part of the plan brings though it may not: listed, not joined. */
  readonly outside: OutsideCell[] = [];

  /** Joins a file. Throws a Refusal where one of its values is not possible: then nothing of it is taken. */
  add(name: string, file: OpenFile): void {
    const news: [string, Rec][] = [];
    const older: [string, Rec][] = [];
    this.#files++;
    for (const columns of file.groups)
      for (let row = 0; row < columns.ids.length; row++) {
        const id = columns.ids[row]!;
        if (this.#spoken.get(id) === this.#files) refuse('planWrongShape', { where: id });
        this.#spoken.set(id, this.#files);
        const mine = this.#mine.get(id);
        if (saysTheSame(mine, columns, row) || saysTheSame(this.recs.get(id), columns, row)) continue;
        const rec = assembled(rowOf(columns, row), file.lists);
        if (joinRec(mine, rec) === mine) older.push([id, rec]);
        else {
          checkValues(id, rec);
          news.push([id, rec]);
        }
      }
    for (const [id, rec] of this.#allowed(file, news)) this.#take(id, rec, name);
    for (const [id, rec] of older) this.#noteOlder(id, rec);
  }

  /** Of a part of the plan only what may come back; who wrote it says so with it. */
  #allowed(file: OpenFile, news: readonly (readonly [string, Rec])[]): Iterable<readonly [string, Rec]> {
    const mark = this.#mine.get(SLICE_ID) ? null : markOf(file);
    if (!mark) return news;
    const names = news.filter(([id]) => kindOf(id) === 'writer');
    const others = news.filter(([id]) => kindOf(id) !== 'writer');
    const { inside, outside } = splitReturned(mark, others, this.#mine);
    this.outside.push(...outside);
    return [...names, ...inside];
  }

  #take(id: string, rec: Rec, file: string): void {
    this.recs.set(id, joinRec(this.recs.get(id), rec));
    this.#bring(rec.s.by, file);
    if (rec.x) for (const cell of Object.values(rec.x)) for (const { s } of cell) this.#bring(s.by, file);
  }

  #bring(writer: string, file: string): void {
    if (!this.bringers.has(writer)) this.bringers.set(writer, file);
  }

  #noteOlder(id: string, rec: Rec): void {
    const mine = this.#mine.get(id);
    this.older.set(id, rec);
    for (const field of Object.keys(rec.v))
      if (!sameCell(cellOf(mine, field), cellOf(rec, field))) this.mineNewer.add(`${id} ${field}`);
  }
}
