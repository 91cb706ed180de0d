import { expect, test } from 'vitest';
import { keysOf, kindOf, randomKey, recordId, SETTINGS_ID } from '../../src/model/ids.ts';

test('an id says its kind, and gives back the keys that it was made from', () => {
  const id = recordId.override('u1', 'intents', '2026-11');
  expect(id).toBe('override/u1/intents/2026-11');
  expect([kindOf(id), keysOf(id)]).toEqual(['override', ['u1', 'intents', '2026-11']]);
  expect([kindOf(SETTINGS_ID), keysOf(SETTINGS_ID)]).toEqual(['settings', ['plan']]);
});

test('two devices that enter the same cell make the same id', () => {
  expect(recordId.history('u1', '2026-11')).toBe(recordId.history('u1', '2026-11'));
  expect(recordId.season(3)).toBe('season/03');
  expect(recordId.season(12)).toBe('season/12');
  expect(recordId.dayOff('2026-10-01')).toBe('dayOff/2026-10-01');
});

test('ids of one kind sort by their keys, and kinds never meet', () => {
  const kinds = [
    recordId.goal('a', '2026-01'),
    recordId.inHand('a', '2026-01'),
    recordId.history('a', '2026-01'),
  ];
  expect(new Set(kinds).size).toBe(3);
});

test('random keys are 12 URL-safe characters, never twice, and fit into an id', () => {
  const keys = Array.from({ length: 2000 }, randomKey);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[\w-]{12}$/);
  expect(keysOf(recordId.unit(keys[0]!))).toEqual([keys[0]]);
});
