import { beforeAll, describe, expect, it } from 'vitest';
import { fetchMessages, setLanguage } from '../../../src/i18n/i18n.svelte.ts';
import { recordId, SETTINGS_ID, type GoalPlace } from '../../../src/model/ids.ts';
import type { Values } from '../../../src/model/json.ts';
import { cellWords } from '../../../src/views/records/cell-words.ts';

const records = new Map<string, Values>([
  [SETTINGS_ID, { name: 'Plan', currency: 'CNY' }],
  [recordId.unit('east'), { name: 'East', kind: 'team' }],
  [recordId.unit('li'), { name: 'Li', kind: 'rep' }],
  [recordId.segment('new'), { name: 'New' }],
]);
const words = () => cellWords({ get: (id) => records.get(id), ofKind: () => [] });
const place: GoalPlace = { unit: 'east', span: { from: '2026-11', to: '2027-01' }, segment: 'new' };

beforeAll(async () => {
  await setLanguage('en');
  await fetchMessages('merge');
});

describe('the records of goals are called', () => {
  it('by their segment, their months and whose they are', () => {
    expect(words().column(recordId.goal('li', '2026-11', 'new'), 'amount')).toBe('Goal, New, Nov 2026');
    expect(words().column(recordId.goal('li', '2026-11'), 'amount')).toBe('Goal, Nov 2026');
    expect(words().row(recordId.lock(place))).toBe('Lock on East, Nov 2026 – Jan 2027 · New');
    expect(words().row(recordId.proposal('li', '2026-11', 'k'))).toBe('Goal of Li, Nov 2026: what was said');
    expect(words().row(recordId.segment('new'))).toBe('New');
    expect(words().column(recordId.task('east', '2026-11'), 'amount')).toBe('Asked from above, Nov 2026');
    expect(words().column(recordId.spreadBy({ ...place, segment: null }), 'method')).toBe(
      'Shared out: method, Nov 2026 – Jan 2027',
    );
    expect(words().column(recordId.place('li', '2026-11'), 'parent')).toBe('Before that, Under, Nov 2026');
    expect(words().column(recordId.unit('east'), 'potential')).toBe('Territory potential');
  });

  it('by what they say: money, methods, shares, names and days', () => {
    const spreadBy = recordId.spreadBy(place);
    const proposal = recordId.proposal('li', '2026-11', 'k');
    expect(words().value(recordId.lock(place), 'amount', 300_000)).toBe('¥3,000');
    expect(words().value(proposal, 'assigned', 100_000)).toBe('¥1,000');
    expect(words().value(proposal, 'step', 'propose')).toBe('proposed');
    expect(words().value(proposal, 'at', Date.UTC(2026, 10, 20))).toBe('Nov 20, 2026');
    expect(words().value(spreadBy, 'method', 'lastYear')).toBe('by last year');
    expect(words().value(spreadBy, 'like', 'east')).toBe('East');
    expect(words().value(spreadBy, 'growth', 0.1)).toBe('10.0%');
    const mix = [
      { method: 'equal', share: 1 },
      { method: 'season', share: 3 },
    ];
    expect(words().value(spreadBy, 'mix', mix)).toBe('equal 25.0%; by season 75.0%');
    expect(words().value(recordId.segment('big'), 'parent', 'new')).toBe('New');
    expect(words().value(recordId.place('li', '2026-11'), 'parent', 'east')).toBe('East');
  });
});
