/**
 * Places for labels that would like to stand at `wanted` (ascending): at least `gap` apart, each as near as it can be,
 * all within the ends while there is room.
 */
export function spreadApart(
  wanted: readonly number[],
  gap: number,
  { from, to }: { readonly from: number; readonly to: number },
): number[] {
  const groups: { places: number[]; start: number }[] = [];
  for (const place of wanted) {
    groups.push({ places: [place], start: within(place, 0) });
    while (overlaps()) merge();
  }
  return groups.flatMap(({ places, start }) => places.map((_, at) => start + at * gap));

  function within(start: number, length: number): number {
    return Math.max(from, Math.min(start, to - length * gap));
  }
  function overlaps(): boolean {
    const [before, last] = [groups.at(-2), groups.at(-1)];
    return !!before && !!last && last.start < before.start + before.places.length * gap - 1e-9;
  }
  /** Labels that touch move as one, around the middle of where they would like to be. */
  function merge(): void {
    const last = groups.pop()!;
    const before = groups.pop()!;
    const places = [...before.places, ...last.places];
    const middle = places.reduce((sum, place, at) => sum + place - at * gap, 0) / places.length;
    groups.push({ places, start: within(middle, places.length - 1) });
  }
}
