import { plainText } from '../../model/entry/text.ts';
import { nameKey } from './keys.ts';
import type { Layout } from './layout.ts';
import type { Table } from './table.ts';
import type { PlanFacts } from './types.ts';

/** A name in a team: who has the same of both is told apart by a staff number, if at all. */
export const placeKey = (name: string, team: string | null): string =>
  `${nameKey(name)}\u0000${team === null ? '' : nameKey(team)}`;

/** What a person is called whom only the number tells from others. */
export const numberedName = (name: string, number: string): string =>
  `${plainText(name)} · ${plainText(number)}`;

/**
 * Names in a team (by `placeKey`) that stand beside several staff numbers, or that an earlier import told apart by one.
 * Where a number is ever missing nobody can say whose row it is: then the name alone decides.
 */
export function findNumbered(table: Table, layout: Layout, facts: PlanFacts): ReadonlySet<string> {
  const found = new Set<string>();
  const known = new Set(facts.units.filter(({ kind }) => kind === 'rep').map(({ name }) => nameKey(name)));
  for (const [place, { name, numbers }] of numbersByPlace(table, layout)) {
    const earlier = [...numbers].some((number) => known.has(nameKey(numberedName(name, number))));
    if (!numbers.has('') && (numbers.size > 1 || earlier)) found.add(place);
  }
  return found;
}

interface Numbered {
  readonly name: string;
  readonly numbers: Set<string>;
}

function numbersByPlace(table: Table, { headerRow, rep, team, staffNumber }: Layout): Map<string, Numbered> {
  const places = new Map<string, Numbered>();
  if (!rep || !staffNumber) return places;
  // Texts repeat over the rows: each is made a key once.
  const seen = new Map<string, Numbered>();
  for (let row = headerRow + 1; row < table.rows.length; row++) {
    const cells = table.rows[row]!;
    const name = cells[rep.index] ?? '';
    const own = team ? (cells[team.index] ?? '') : '';
    const text = `${name}\u0000${own}`;
    let numbered = seen.get(text);
    if (!numbered) {
      const place = placeKey(name, own || null);
      numbered = places.get(place) ?? { name, numbers: new Set() };
      places.set(place, numbered);
      seen.set(text, numbered);
    }
    numbered.numbers.add(plainText(cells[staffNumber.index] ?? ''));
  }
  return places;
}
