import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../src/files/import/apply.ts';
import { draftOf, freshPlan } from './tables.ts';

const folder = new URL('../../../../shared/data/', import.meta.url);
const month = new URL('telesales_rep_month.csv', folder);
const day = new URL('telesales_rep_day.csv', folder);

describe.skipIf(!existsSync(month))('a real telesales export (skipped where the data is absent)', () => {
  it('goes in whole by months, with the chain left for the core to break at the leads', () => {
    const draft = draftOf(readFileSync(month, 'utf8'));
    expect(draft.counts).toMatchObject({ rows: 216, good: 216, bad: 0 });
    expect(draft.measureKeys).toEqual([
      'dials',
      'connects',
      'talk60',
      'talk300',
      'leads',
      'intents',
      'wins',
      'revenue',
    ]);
    expect(draft.chain.map(({ key, step }) => [key, step])).toEqual([
      ['dials', null],
      ['connects', 'share'],
      ['talk60', 'share'],
      ['talk300', 'share'],
      ['leads', 'share'],
      ['intents', 'share'],
      ['wins', 'share'],
      ['revenue', 'value'],
    ]);
    const { changes, summary } = applyImport(draft, { remember: true, rootName: 'Team' }, freshPlan());
    expect(summary).toMatchObject({ new: 216 * 8, same: 0, changed: 0, blank: 0, people: 33 });
    expect(changes).toContainEqual({ remove: 'measure/pipeline' });
  });

  it('goes in whole by days', () => {
    const draft = draftOf(readFileSync(day, 'utf8'));
    expect(draft).toMatchObject({ daily: true, counts: { rows: 2523, good: 2523, bad: 0 } });
    expect(draft.chain.map(({ key }) => key)).toEqual([
      'dials',
      'connects',
      'talk60',
      'conversations',
      'intents',
      'pipeline',
      'revenue',
    ]);
  });
});
