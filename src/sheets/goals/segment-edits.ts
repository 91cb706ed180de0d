import type { Change, RecordEntry } from '../../model/diff.ts';
import { goalPlaceOf } from '../../model/goal-place.ts';
import { keysOf, randomKey, recordId, type RecordKind } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { numberOf } from '../../model/read-record.ts';
import type { SegmentPlace } from '../../model/segment-tree.ts';
import { ChangeSet } from '../change-set.ts';

interface Records {
  get(id: string): Values | undefined;
  ofKind(kind: RecordKind): readonly RecordEntry[];
}

const order = (tree: readonly SegmentPlace[], parent: string | null): SegmentPlace[] =>
  tree.filter((place) => place.parent === parent);

/** A new segment behind its siblings. */
export function addSegment(
  tree: readonly SegmentPlace[],
  name: string,
  parent: string | null,
): { readonly key: string; readonly changes: Change[] } {
  const key = randomKey();
  const last = Math.max(-1, ...order(tree, parent).map(({ segment }) => segment.order));
  return { key, changes: [{ create: recordId.segment(key), values: { name, parent, order: last + 1 } }] };
}

export const renameSegment = (key: string, name: string): Change[] => [
  { id: recordId.segment(key), field: 'name', value: name },
];

/** Up or down among its siblings; all of them are numbered anew, as equal numbers have no order. */
export function moveSegment(tree: readonly SegmentPlace[], key: string, by: -1 | 1): Change[] {
  const parent = tree.find(({ segment }) => segment.key === key)?.parent ?? null;
  const siblings = order(tree, parent).map(({ segment }) => segment);
  const at = siblings.findIndex((segment) => segment.key === key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= siblings.length) return [];
  const moved = siblings.toSpliced(at, 1).toSpliced(to, 0, siblings[at]!);
  return moved.flatMap((segment, index) =>
    segment.order === index ? [] : [{ id: recordId.segment(segment.key), field: 'order', value: index }],
  );
}

/** Under another segment, or to the first level; its goals go with it. */
export function placeSegment(tree: readonly SegmentPlace[], key: string, parent: string | null): Change[] {
  const last = Math.max(-1, ...order(tree, parent).map(({ segment }) => segment.order));
  const id = recordId.segment(key);
  return [
    { id, field: 'parent', value: parent },
    { id, field: 'order', value: last + 1 },
  ];
}

/**
 * Takes a segment out. What was its own goal goes to the segment above it, or to what is not split, so that no sum
 * changes; its parts rise to the first level. Its locks and how it was shared out go with it.
 */
export function removeSegment(records: Records, tree: readonly SegmentPlace[], key: string): Change[] {
  const parent = tree.find(({ segment }) => segment.key === key)?.parent ?? null;
  const sums = new ChangeSet(records);
  const gone: Change[] = [];
  for (const [id, values] of records.ofKind('goal')) {
    const [rep = '', month = '', segment] = keysOf(id);
    if (segment !== key) continue;
    const own = numberOf(values['amount']);
    const above = recordId.goal(rep, month, parent);
    if (own !== null) sums.set(above, 'amount', (numberOf(sums.get(above, 'amount')) ?? 0) + own);
    gone.push({ remove: id });
  }
  for (const kind of ['lock', 'spreadBy'] as const)
    for (const [id] of records.ofKind(kind)) if (goalPlaceOf(id)?.segment === key) gone.push({ remove: id });
  const parts = order(tree, key).flatMap(({ segment }) => placeSegment(tree, segment.key, null));
  return [...parts, ...sums.changes(), ...gone, { remove: recordId.segment(key) }];
}
