import { expect, it } from 'vitest';
import type { GoalPlace } from '../../../src/model/ids.ts';
import type { Values } from '../../../src/model/json.ts';
import { goalHistory } from '../../../src/views/versions/cell-address.ts';

const DECEMBER = { from: '2026-12', to: '2026-12' };
const history = (place: GoalPlace | null, records: Record<string, Values> = {}) => {
  const all: Record<string, Values> = {
    'unit/ann': { kind: 'rep' },
    'unit/team': { kind: 'team' },
    ...records,
  };
  const session = {
    get: (id: string) => all[id],
    ofKind: (kind: string) => Object.entries(all).filter(([id]) => id.startsWith(`${kind}/`)),
  };
  return goalHistory({ goalOf: () => place }, session, 0, 0);
};
const NEW = { 'segment/new': { name: 'New' } };

it('is that of the record of a rep’s month, whatever typing there would change', () => {
  expect(history({ unit: 'ann', span: DECEMBER, segment: null })).toBe('cell goal/ann/2026-12 amount');
  expect(history({ unit: 'ann', span: DECEMBER, segment: null }, NEW)).toBe('cell goal/ann/2026-12 amount');
  expect(history({ unit: 'ann', span: DECEMBER, segment: 'new' }, NEW)).toBe(
    'cell goal/ann/2026-12/new amount',
  );
});

it('is the log of the unit where a goal is the sum of several records', () => {
  expect(history({ unit: 'team', span: DECEMBER, segment: null })).toBe('log team');
  expect(history({ unit: 'ann', span: { from: '2026-10', to: '2026-12' }, segment: null })).toBe('log ann');
  const split = { ...NEW, 'goal/ann/2026-12/new': { amount: 1 } };
  expect(history({ unit: 'ann', span: DECEMBER, segment: null }, split)).toBe('log ann');
  const parts = { ...NEW, 'segment/first': { name: 'First order', parent: 'new' } };
  expect(history({ unit: 'ann', span: DECEMBER, segment: 'new' }, parts)).toBe('log ann');
});

it('is not known from a cell that holds no goal', () => {
  expect(history(null)).toBeUndefined();
});
