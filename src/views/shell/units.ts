import type { RecordEntry } from '../../model/diff.ts';
import { keysOf } from '../../model/ids.ts';
import { textOr } from './follow.ts';

export interface TreeUnit {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly level: number;
  readonly path: string;
}

interface Plain {
  key: string;
  name: string;
  kind: string;
  parent: string | null;
  order: number;
}

const plain = ([id, values]: RecordEntry): Plain => ({
  key: keysOf(id)[0] ?? '',
  name: textOr(values.name, ''),
  kind: textOr(values.kind, 'rep'),
  parent: typeof values.parent === 'string' ? values.parent : null,
  order: Number(values.order ?? 0),
});

const trees = new WeakMap<readonly RecordEntry[], readonly TreeUnit[]>();

/** The org tree depth first, siblings by order then name; whoever's parent is gone stands at the top. */
export function unitTree(records: readonly RecordEntry[]): readonly TreeUnit[] {
  const tree = trees.get(records) ?? builtTree(records);
  trees.set(records, tree);
  return tree;
}

function builtTree(records: readonly RecordEntry[]): TreeUnit[] {
  const units = records.map(plain);
  const keys = new Set(units.map((unit) => unit.key));
  const childrenOf = new Map<string | null, Plain[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && keys.has(unit.parent) ? unit.parent : null;
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(unit);
    else childrenOf.set(parent, [unit]);
  }
  const tree: TreeUnit[] = [];
  const walk = (parent: string | null, level: number, path: string) => {
    const siblings = childrenOf.get(parent) ?? [];
    siblings.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
    for (const { key, name, kind } of siblings) {
      tree.push({ key, name, kind, level, path });
      walk(key, level + 1, path ? `${path} ▸ ${name}` : name);
    }
  };
  walk(null, 0, '');
  return tree;
}
