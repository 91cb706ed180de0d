/**
 * What was typed in one act, smaller places first: what they claim is theirs. A total follows where all cells below it
 * were typed as well; one of which some were shares out the rest. `cellsOf`: names of the goals that a place holds.
 */
export function claimed<T>(
  typed: readonly T[],
  cellsOf: (one: T) => readonly string[],
): { readonly asked: T[]; readonly nobody: T[]; readonly following: number } {
  const taken = new Set<string>();
  const [asked, nobody]: [T[], T[]] = [[], []];
  let following = 0;
  const bySize = typed.map((one) => ({ one, cells: cellsOf(one) }));
  for (const { one, cells } of bySize.sort((a, b) => a.cells.length - b.cells.length)) {
    if (cells.length === 0) nobody.push(one);
    else if (cells.every((cell) => taken.has(cell))) following++;
    else {
      for (const cell of cells) taken.add(cell);
      asked.push(one);
    }
  }
  return { asked, nobody, following };
}
