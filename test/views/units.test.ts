import { describe, expect, it } from 'vitest';
import { unitTree } from '../../src/views/shell/units.ts';

describe('the org tree', () => {
  it('goes depth first, siblings by order, then name', () => {
    const tree = unitTree([
      ['unit/b', { name: 'B', kind: 'rep', parent: 't', order: 1 }],
      ['unit/t', { name: 'Team', kind: 'team', parent: null, order: 0 }],
      ['unit/a', { name: 'A', kind: 'rep', parent: 't', order: 1 }],
      ['unit/c', { name: 'C', kind: 'rep', parent: 't', order: 0 }],
    ]);
    expect(tree.map(({ name, level, path }) => `${level} ${path}/${name}`)).toEqual([
      '0 /Team',
      '1 Team/C',
      '1 Team/A',
      '1 Team/B',
    ]);
  });

  it('whoever’s parent is gone stands at the top', () => {
    expect(unitTree([['unit/a', { name: 'A', kind: 'rep', parent: 'gone', order: 0 }]])[0]?.level).toBe(0);
  });
});
