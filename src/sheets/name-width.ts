import type { Unit } from '../model/records/unit.ts';
import { CJK, PADDING, WIDE_LETTER } from './column-width.ts';
import { levelsOf } from './rows.ts';

const INDENT = 14;
const CARET = 18;
/** Names have more capitals than prose has, and those of teams are bold. */
const LETTER = 7.7;
/** Beyond `least` and this a name is cut: the numbers need the room more. */
const MOST = 90;

const widthOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum + (letter > CJK ? WIDE_LETTER : LETTER), 0);

const widestOf = new WeakMap<readonly Unit[], number>();

function widest(units: readonly Unit[]): number {
  const known = widestOf.get(units);
  if (known !== undefined) return known;
  let width = 0;
  for (const [unit, level] of levelsOf(units))
    width = Math.max(width, INDENT * level + CARET + widthOf(unit.name) + PADDING);
  widestOf.set(units, Math.ceil(width));
  return Math.ceil(width);
}

/** The width of the column of names: `least`, or somewhat wider where the tree is deep or the names are long. */
export const nameWidth = (units: readonly Unit[], least: number): number =>
  Math.min(Math.max(least, widest(units)), least + MOST);
