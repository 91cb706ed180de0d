import {
  alive,
  cellOf,
  conflicts,
  joinRec,
  LIFE,
  pack,
  shownValues,
  type Fact,
  type Rec,
  type RecLookup,
} from '../../model/facts/index.ts';
import { sameCell, sameValue } from '../../model/facts/cell.ts';
import { fieldsOf } from '../../model/facts/record.ts';
import { kindOf } from '../../model/ids.ts';
import type { RecordChange, RecordEntry } from '../../model/diff.ts';
import type { Values } from '../../model/json.ts';
import {
  CLOCK_SLACK,
  MERGE_PARTS,
  type MergeConflict,
  type MergeOption,
  type MergePart,
  type MergePreview,
  type MergeRow,
} from '../../model/merging.ts';
import { Authors } from './authors.ts';
import { cellNews, disputes, type Dispute } from './cells.ts';
import type { Incoming } from './incoming.ts';
import { partOf } from './parts.ts';
import { Shares, Tally } from './tally.ts';

/** Nobody reads more of them. */
const MOST_OUTSIDE = 200;
/** Kinds that others are told by. */
const NAMED: ReadonlySet<string> = new Set(['unit', 'measure', 'tier', 'level']);

/** A line of what will change; its values are looked up when it is looked at. */
interface Line {
  readonly kind: MergeRow['kind'];
  readonly id: string;
  readonly field: string | null;
  readonly fact: Fact;
}

/** Both records are there and show the same. */
function looksTheSame(mine: Rec, after: Rec): boolean {
  // A field that the files do not know of is in both.
  return Object.keys(after.v).every(
    (field) => field === LIFE || sameValue(after.v[field]!, mine.v[field] ?? null),
  );
}

const writtenBy = (rec: Rec): Fact => {
  const [life] = cellOf(rec, LIFE);
  return life ?? { v: null, s: rec.s };
};

/** What joining the files to a plan comes to, record by record; the plan itself stays. */
export class Outcome {
  readonly authors: Authors;
  /** Records that look different, in the order in which they were found. */
  readonly visible: string[] = [];
  readonly #mine: ReadonlyMap<string, Rec>;
  readonly #incoming: Incoming;
  readonly #now: number;
  readonly #tally = new Tally();
  readonly #shares = new Shares();
  readonly #lines = new Map<MergePart, Line[]>();
  #all: readonly Line[] = [];
  readonly #conflicts: MergeConflict[] = [];
  readonly #after = new Map<string, Rec>();
  readonly #ahead = { count: 0, last: 0, authors: new Set<number>() };

  constructor(mine: ReadonlyMap<string, Rec>, incoming: Incoming, now: number) {
    this.#mine = mine;
    this.#incoming = incoming;
    this.#now = now;
    this.authors = new Authors(this.after, incoming.bringers);
    for (const [id, theirs] of incoming.recs) this.#after.set(id, joinRec(mine.get(id), theirs));
    for (const [id, after] of this.#after) this.#look(id, mine.get(id), after);
    this.#lookAtKnown();
    this.#countTheRest();
    this.#all = MERGE_PARTS.flatMap((part) => this.#lines.get(part) ?? []);
  }

  /** The records once the files are joined. */
  get after(): RecLookup {
    return { get: (id) => this.#after.get(id) ?? this.#mine.get(id) };
  }

  /** Records that the files change. */
  get changed(): ReadonlyMap<string, Rec> {
    return this.#after;
  }

  /**
   * What the files bring, cell by cell as they have it: not what is here already, which may be taken back meanwhile and
   * must not come back with it.
   */
  get brought(): ReadonlyMap<string, Rec> {
    const brought = new Map<string, Rec>();
    for (const [id, after] of this.#after) {
      const theirs = this.#incoming.recs.get(id)!;
      const mine = this.#mine.get(id);
      const cells = fieldsOf(theirs)
        .filter((field) => !sameCell(cellOf(mine, field), cellOf(after, field)))
        .map((field) => [field, cellOf(theirs, field)] as const);
      const rec = mine ? pack(new Map(cells)) : theirs;
      if (rec) brought.set(id, rec);
    }
    return brought;
  }

  get preview(): Pick<
    MergePreview,
    'total' | 'parts' | 'lines' | 'conflicts' | 'authors' | 'shares' | 'ahead' | 'named' | 'outside'
  > {
    const { count, last, authors } = this.#ahead;
    const outside = this.#outside();
    return {
      total: this.#tally.total,
      parts: this.#tally.parts,
      lines: this.#all.length,
      conflicts: this.#conflicts,
      authors: this.authors.list,
      shares: this.#shares.list,
      outside,
      named: this.visible.flatMap((id): RecordEntry[] => {
        const values = NAMED.has(kindOf(id)) ? shownValues(this.#after.get(id)) : null;
        return values ? [[id, values]] : [];
      }),
      ahead: count ? { count, last, authors: [...authors] } : null,
    };
  }

  /** Their authors are told with the others. */
  #outside(): MergePreview['outside'] {
    const cells = this.#incoming.outside;
    const rows = cells.slice(0, MOST_OUTSIDE).map(({ id, field, mine, theirs }): MergeRow => {
      const [fact] = theirs;
      return {
        ...{ kind: 'updated', id, field, part: partOf(id) ?? 'other' },
        before: mine[0]?.v ?? null,
        after: fact?.v ?? null,
        record: shownValues(this.after.get(id)) ?? {},
        author: this.authors.of(fact?.s.by ?? ''),
        at: fact?.s.at ?? 0,
      };
    });
    return { count: cells.length, rows };
  }

  rows(part: MergePart | null, from: number, count: number): MergeRow[] {
    return (part === null ? this.#all : (this.#lines.get(part) ?? []))
      .slice(from, from + count)
      .map((line) => this.#row(line));
  }

  changes(from: number, count: number): RecordChange[] {
    return this.visible
      .slice(from, from + count)
      .map((id) => ({ id, values: shownValues(this.#after.get(id)) }));
  }

  #look(id: string, mine: Rec | undefined, after: Rec): void {
    const was = alive(mine);
    const is = alive(after);
    const part = partOf(id);
    if (!was && !is) return;
    if (!was || !is || !looksTheSame(mine, after)) this.visible.push(id);
    if (part === null) return;
    for (const dispute of is ? disputes(mine, after) : []) this.#dispute(id, after, dispute);
    if (!was) this.#line({ kind: 'added', id, field: null, fact: writtenBy(after) }, part);
    else if (!is) this.#line({ kind: 'removed', id, field: null, fact: writtenBy(after) }, part);
    else this.#lookAtCells(id, mine, after, part);
  }

  #lookAtCells(id: string, mine: Rec, after: Rec, part: MergePart): void {
    for (const { kind, field, fact } of cellNews(mine, after))
      if (kind === 'updated') this.#line({ kind, id, field, fact }, part);
      else this.#tally.count(id, 'same');
  }

  #line(line: Line, part: MergePart): void {
    const { at, by } = line.fact.s;
    const lines = this.#lines.get(part);
    if (lines) lines.push(line);
    else this.#lines.set(part, [line]);
    this.#tally.count(line.id, line.kind);
    this.#shares.count(this.authors.of(by), part, at);
    this.#lookAtClock(by, at);
  }

  #lookAtClock(by: string, at: number): void {
    if (at <= this.#now + CLOCK_SLACK) return;
    this.#ahead.count++;
    this.#ahead.last = Math.max(this.#ahead.last, at);
    this.#ahead.authors.add(this.authors.of(by));
  }

  #dispute(id: string, after: Rec, { field, rivals, known }: Dispute): void {
    const options = rivals.map(({ value, fact, mine }): MergeOption => {
      if (!mine) this.#lookAtClock(fact.s.by, fact.s.at);
      return { value, mine, author: this.authors.of(fact.s.by), at: fact.s.at };
    });
    const likely = options.findIndex(({ at }) => at <= this.#now + CLOCK_SLACK);
    this.#conflicts.push({
      ...{ id, field, options, known },
      record: shownValues(after) ?? {},
      suggested: Math.max(0, likely),
    });
    this.#tally.count(id, 'conflicts');
  }

  /** What was in dispute here before is still to be decided. */
  #lookAtKnown(): void {
    for (const [id, rec] of this.#mine)
      if (!this.#after.has(id) && (rec.x || rec.v[LIFE] !== true) && conflicts(rec).length > 0)
        for (const dispute of disputes(rec, rec)) this.#dispute(id, rec, dispute);
  }

  #countTheRest(): void {
    for (const cell of this.#incoming.mineNewer)
      this.#tally.count(cell.slice(0, cell.indexOf(' ')), 'mineNewer');
    const visible = new Set(this.visible);
    for (const id of this.#incoming.ids) if (!visible.has(id)) this.#tally.count(id, 'unchanged');
  }

  #row({ kind, id, field, fact }: Line): MergeRow {
    const after = this.#after.get(id)!;
    const mine = this.#mine.get(id);
    const record: Values = shownValues(kind === 'removed' ? mine : after) ?? {};
    return {
      ...{ kind, id, field, record },
      part: partOf(id) ?? 'other',
      before: field === null ? null : (mine?.v[field] ?? null),
      after: field === null ? null : (after.v[field] ?? null),
      author: this.authors.of(fact.s.by),
      at: fact.s.at,
    };
  }
}
