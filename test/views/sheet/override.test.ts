import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../../src/model/diff.ts';
import type { RecordKind } from '../../../src/model/ids.ts';
import {
  overrideChanges,
  overrideHolder,
  restoreChanges,
} from '../../../src/views/sheet/override/changes.ts';
import { numberLine, outOfBand } from '../../../src/views/sheet/override/number-line.ts';
import { ratioDraft, readRatio, readUntil } from '../../../src/views/sheet/override/read-fields.ts';

const records = (entries: readonly RecordEntry[]) => ({
  get: (id: string) => entries.find(([own]) => own === id)?.[1],
  ofKind: (kind: RecordKind) => entries.filter(([id]) => id.startsWith(`${kind}/`)),
});
const tree: RecordEntry[] = [
  ['unit/team', { name: 'Team', kind: 'team', parent: null }],
  ['unit/rep', { name: 'Rep', kind: 'rep', parent: 'team' }],
];
const held = (unit: string, from: string, until: string | null = null): RecordEntry => [
  `override/${unit}/connects/${from}`,
  { ratio: 0.32, until, reason: 'list', setOn: null },
];
const draft = {
  ...{ unit: 'rep', measure: 'connects', from: '2026-11', ratio: 0.3, until: null, reason: 'new list' },
  setOn: '2026-11-20',
};

describe('a ratio set by hand', () => {
  it('is stored from the month that is shown, with the day and the reason', () => {
    expect(overrideChanges(records(tree), draft)).toEqual([
      {
        create: 'override/rep/connects/2026-11',
        values: { ratio: 0.3, until: null, reason: 'new list', setOn: '2026-11-20' },
      },
    ]);
  });

  it('ends what held before with the month before, so that it does not come back', () => {
    const changes = overrideChanges(records([...tree, held('rep', '2026-09')]), draft);
    expect(changes[0]).toEqual({ id: 'override/rep/connects/2026-09', field: 'until', value: '2026-10' });
  });

  it('goes back to the record from this month on, and months before keep theirs', () => {
    const plan = records([...tree, held('rep', '2026-09'), held('rep', '2026-11'), held('rep', '2026-12')]);
    expect(restoreChanges(plan, 'rep', 'connects', '2026-11')).toEqual([
      { id: 'override/rep/connects/2026-09', field: 'until', value: '2026-10' },
      { remove: 'override/rep/connects/2026-11' },
    ]);
  });

  it('is looked for on the person first, then on the teams above', () => {
    const both = records([...tree, held('team', '2026-10'), held('rep', '2026-11')]);
    expect(overrideHolder(both, 'rep', 'connects', '2026-11')).toBe('rep');
    expect(overrideHolder(both, 'rep', 'connects', '2026-10')).toBe('team');
    expect(overrideHolder(both, 'rep', 'connects', '2026-09')).toBeNull();
  });

  it('that has ended holds no longer', () => {
    const ended = records([...tree, held('rep', '2026-09', '2026-10')]);
    expect(overrideHolder(ended, 'rep', 'connects', '2026-11')).toBeNull();
  });
});

describe('the fields of the override editor', () => {
  it('a share may be written with or without its percent sign', () => {
    expect(['30%', '0.3', '30', '３０％'].map((text) => readRatio(text, 'share'))).toEqual([
      0.3, 0.3, 0.3, 0.3,
    ]);
  });

  it('a count per count may pass 1, and 1.35 is not a percentage', () => {
    expect(readRatio('1.35', 'rate')).toBe(1.35);
  });

  it('money per count is typed in major units and kept in minor ones', () => {
    expect(readRatio('¥5,100', 'value')).toBe(510_000);
    expect(readRatio('10%', 'value')).toBeNaN();
  });

  it('zero, blank and words are no ratio', () => {
    expect(['0', '', '-3%', 'high'].map((text) => readRatio(text, 'share'))).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('the field starts with what the plan divides by', () => {
    expect(ratioDraft(0.283_71, 'share')).toBe('28.4%');
    expect(ratioDraft(510_012, 'value')).toBe('5100');
    expect(readRatio(ratioDraft(0.283_71, 'share'), 'share')).toBeCloseTo(0.284);
  });

  it('a month without a year belongs to the year that is shown', () => {
    expect(readUntil('12月', '2026-11')).toBe('2026-12');
    expect(readUntil('', '2026-11')).toBeNull();
    expect(readUntil('soon', '2026-11')).toBeUndefined();
  });
});

describe('the number line', () => {
  const numbers = { record: 0.284, low: 0.273, high: 0.295, value: 0.3, before: 0.32 };

  it('keeps the order of its numbers and room at both ends', () => {
    const line = numberLine(numbers, 356);
    const places = [line.band?.from, line.record, line.band?.to, line.value, line.before].map(Number);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(30);
    expect(Math.max(...places)).toBeLessThan(326);
  });

  it('without a record shows only what is typed', () => {
    const line = numberLine({ record: NaN, low: NaN, high: NaN, value: 0.3, before: NaN }, 356);
    expect(line).toMatchObject({ record: null, band: null, before: null });
    expect(line.value).toBeGreaterThan(0);
  });

  it('says on which side a value leaves what the record supports', () => {
    expect(outOfBand(0.3, 0.273, 0.295)).toBe('above');
    expect(outOfBand(0.2, 0.273, 0.295)).toBe('below');
    expect(outOfBand(0.28, 0.273, 0.295)).toBeNull();
    expect(outOfBand(0.3, NaN, NaN)).toBeNull();
  });
});
