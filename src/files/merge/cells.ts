import { sameCell, sameValue, type Cell } from '../../model/facts/cell.ts';
import { alive, cellOf, conflicts, LIFE, type Fact, type Rec } from '../../model/facts/index.ts';
import { fieldsOf } from '../../model/facts/record.ts';
import type { Json } from '../../model/json.ts';

/** What joining came to for one cell of which the files say something new. */
export interface CellNews {
  readonly field: string;
  readonly kind: 'updated' | 'same' | 'conflict';
  /** The fact that is shown once they are joined. */
  readonly fact: Fact;
  readonly before: Json;
}

const shownFact = (rec: Rec, field: string): Fact => {
  const cell = cellOf(rec, field);
  return cell.find((fact) => sameValue(fact.v, rec.v[field]!)) ?? cell[0]!;
};

/** The cells of a live record that the files change, those in dispute left to `disputes`. */
export function cellNews(mine: Rec, after: Rec): CellNews[] {
  const disputed = new Set(conflicts(after));
  return fieldsOf(after).flatMap((field): CellNews[] => {
    const before = cellOf(mine, field);
    if (field === LIFE || disputed.has(field) || sameCell(before, cellOf(after, field))) return [];
    const fact = shownFact(after, field);
    const was = mine.v[field] ?? null;
    return [{ field, kind: sameValue(was, fact.v) ? 'same' : 'updated', fact, before: was }];
  });
}

/** A value that a cell in dispute may take, and the newest fact that says it. */
export interface Rival {
  readonly value: Json;
  readonly fact: Fact;
  readonly mine: boolean;
}

export interface Dispute {
  readonly field: string;
  readonly rivals: readonly Rival[];
  readonly known: boolean;
}

/** The cells in which the joined record has different values. */
export function disputes(mine: Rec | undefined, after: Rec): Dispute[] {
  const known = new Set(mine ? conflicts(mine) : []);
  return conflicts(after).map((field) => ({
    field,
    rivals: field === LIFE ? lifeRivals(mine, after) : valueRivals(cellOf(mine, field), cellOf(after, field)),
    known: known.has(field) && sameCell(cellOf(mine, field), cellOf(after, field)),
  }));
}

function valueRivals(mine: Cell, after: Cell): Rival[] {
  const rivals: Rival[] = [];
  for (const fact of after)
    if (!rivals.some(({ value }) => sameValue(value, fact.v)))
      rivals.push({
        value: fact.v,
        fact,
        mine: mine.length > 0 && sameValue(mine[0]!.v, fact.v),
      });
  return rivals;
}

const newest = (facts: readonly Fact[]): Fact => facts.reduce((a, b) => (b.s.at > a.s.at ? b : a));

/** It stays because somebody holds that it does, or wrote in it unaware of its deletion. */
function lifeRivals(mine: Rec | undefined, after: Rec): Rival[] {
  const life = cellOf(after, LIFE);
  const deletions = life.filter((fact) => fact.v !== true);
  const others = fieldsOf(after).flatMap((field) =>
    cellOf(after, field).filter((fact) => field !== LIFE || fact.v === true),
  );
  const isAlive = alive(mine);
  const rivals: Rival[] = [
    { value: true, fact: newest(others), mine: isAlive },
    { value: null, fact: newest(deletions), mine: mine !== undefined && !isAlive },
  ];
  return rivals.sort((a, b) => b.fact.s.at - a.fact.s.at);
}
