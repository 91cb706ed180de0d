import type { Segment } from './records/goals.ts';

/** A segment where it stands: `parent` null = of the first level. */
export interface SegmentPlace {
  readonly segment: Segment;
  readonly parent: string | null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const bySiblingOrder = (a: Segment, b: Segment): number =>
  a.order - b.order || compare(a.name, b.name) || compare(a.key, b.key);

/**
 * Segments in tree order, each before its parts. There are two levels: a part of a part stands beside its parent. A
 * missing parent, or one in a circle, puts a segment at the first level.
 */
export function segmentTree(all: ReadonlyMap<string, Segment>): SegmentPlace[] {
  const parts = new Map<string | null, Segment[]>();
  for (const segment of all.values()) {
    const top = topOf(segment, all);
    parts.set(top, [...(parts.get(top) ?? []), segment]);
  }
  const under = (parent: string | null): Segment[] => (parts.get(parent) ?? []).sort(bySiblingOrder);
  return under(null).flatMap((segment) => [
    { segment, parent: null },
    ...under(segment.key).map((part) => ({ segment: part, parent: segment.key })),
  ]);
}

/** The first-level segment that this one is a part of; null = it is of the first level itself. */
function topOf(segment: Segment, all: ReadonlyMap<string, Segment>): string | null {
  const met = new Set([segment.key]);
  let top = segment;
  for (let up = all.get(top.parent ?? ''); up; up = all.get(top.parent ?? '')) {
    if (met.has(up.key)) return null;
    met.add(up.key);
    top = up;
  }
  return top === segment ? null : top.key;
}
