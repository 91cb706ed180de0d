import { describe, expect, test } from 'vitest';
import { waysFor, type PlanGroup, type ReadFile } from '../../../src/views/open/groups.ts';

const file = (more: Partial<ReadFile> = {}): ReadFile => ({
  ...{ file: 'a.backcast', bytes: 1, ok: true, plan: 'p', name: 'Plan', savedAt: 0, records: 1 },
  ...{ part: null, readOnly: false },
  ...more,
});
const group = (files: readonly ReadFile[], known: PlanGroup['known'] = null): PlanGroup => ({
  ...{ plan: 'p', name: 'Plan', files, known },
});

describe('how files of a plan are proposed to be opened', () => {
  test('a plan that is not here is opened as what it is; one that was given to be looked at, to be looked at', () => {
    expect(waysFor(group([file()]), true)).toEqual(['edit', 'look', 'copy']);
    expect(waysFor(group([file({ readOnly: true })]), true)).toEqual(['look', 'edit', 'copy']);
  });

  test('a plan that is here is merged, whatever its giver wished', () => {
    const known = { id: 'p', name: 'Plan', sample: false, changedAt: 0, deletedAt: null };
    expect(waysFor(group([file({ readOnly: true })], known as PlanGroup['known']), false)).toEqual([
      'merge',
      'copy',
      'skip',
    ]);
  });
});
