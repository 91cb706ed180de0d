import { compareRec, restoreRecs, type CellChange, type Rec } from '../../model/facts/index.ts';
import type { Change } from '../../model/diff.ts';
import { keysOf, recordId } from '../../model/ids.ts';
import { isSaid } from '../../model/record-subject.ts';
import { unitOfRecord } from '../../model/unit-of-record.ts';
import { RECORD_SHEETS, sheetOf, type RecordSheet } from '../../model/sheet-of.ts';
import { decodePages } from '../pages.ts';
import type { PageText } from '../storage.ts';

/** Records of two states, those pages alone whose text differs. */
export interface Differing {
  readonly before: ReadonlyMap<string, Rec>;
  readonly after: ReadonlyMap<string, Rec>;
}

/** Most of a plan is the same in both: equal texts are not even read. */
export function differing(before: readonly PageText[], after: readonly PageText[]): Differing {
  const old = new Map(before.map(({ page, text }) => [page, text]));
  const now = new Map(after.map(({ page, text }) => [page, text]));
  return {
    before: decodePages(before.filter(({ page, text }) => now.get(page) !== text)),
    after: decodePages(after.filter(({ page, text }) => old.get(page) !== text)),
  };
}

export interface SheetChanges {
  readonly sheet: RecordSheet;
  /** Cells, and whole rows. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** The first of them, rows of one person together. */
  readonly cells: readonly CellChange[];
}

export interface Comparison {
  readonly sheets: readonly SheetChanges[];
  /** Whose changes these are, whatever is filtered: writers and how many cells. */
  readonly writers: readonly (readonly [by: string, cells: number])[];
  /** Names of units that are mentioned, as the later state has them, or else the earlier. */
  readonly names: Readonly<Record<string, string>>;
}

export interface Shown {
  /** So many cells of each sheet; of `open` sheets more. */
  readonly limit: number;
  readonly open?: { readonly sheet: RecordSheet; readonly limit: number };
  /** Only changes by these writers; null = by all. */
  readonly writers: readonly string[] | null;
}

function bySheet(changes: readonly CellChange[]): Map<RecordSheet, CellChange[]> {
  const sheets = new Map<RecordSheet, CellChange[]>();
  for (const change of changes) {
    const sheet = sheetOf(change.id);
    const present = sheets.get(sheet);
    if (present) present.push(change);
    else sheets.set(sheet, [change]);
  }
  return sheets;
}

const counts = (cells: readonly CellChange[], kind: CellChange['kind']): number =>
  cells.reduce((sum, change) => sum + (change.kind === kind ? 1 : 0), 0);

/** The units that records are about, by name. */
export function unitNames(
  ids: Iterable<string>,
  ...states: readonly ReadonlyMap<string, Rec>[]
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const id of ids) {
    const unit = unitOfRecord(id) ?? keysOf(id)[0] ?? '';
    const rec = states.map((state) => state.get(recordId.unit(unit))).find((each) => each);
    const name = rec?.v['name'];
    if (typeof name === 'string') names[unit] = name;
  }
  return names;
}

function writersOf(changes: readonly CellChange[]): [by: string, cells: number][] {
  const writers = new Map<string, number>();
  for (const { by } of changes) if (by !== undefined) writers.set(by, (writers.get(by) ?? 0) + 1);
  return [...writers].sort(([, a], [, b]) => b - a);
}

const compareIds = (a: CellChange, b: CellChange): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** All that differs, by sheet. */
export function comparison({ before, after }: Differing, { limit, open, writers }: Shown): Comparison {
  const ids = new Set([...before.keys(), ...after.keys()].filter(isSaid));
  const all = [...ids].flatMap((id) => compareRec(id, before.get(id), after.get(id)));
  const only = writers && new Set(writers);
  const wanted = only ? all.filter(({ by }) => by !== undefined && only.has(by)) : all;
  const groups = bySheet(wanted);
  const sheets = RECORD_SHEETS.flatMap((sheet): SheetChanges[] => {
    const cells = groups.get(sheet);
    if (!cells) return [];
    const shown = cells.sort(compareIds).slice(0, open?.sheet === sheet ? open.limit : limit);
    const [changed, added, removed] = (['changed', 'added', 'removed'] as const).map((kind) =>
      counts(cells, kind),
    );
    return [{ sheet, changed: changed!, added: added!, removed: removed!, cells: shown }];
  });
  const mentioned = sheets.flatMap(({ cells }) => cells.map(({ id }) => id));
  return { sheets, writers: writersOf(all), names: unitNames(mentioned, after, before) };
}

/** What brings the earlier state back, in these sheets or in all. */
export function changesBack({ before, after }: Differing, sheets: readonly RecordSheet[] | null): Change[] {
  const wanted = sheets && new Set(sheets);
  return restoreRecs(after, before, (id) => isSaid(id) && (wanted?.has(sheetOf(id)) ?? true));
}
