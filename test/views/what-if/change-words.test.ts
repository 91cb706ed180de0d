import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../src/i18n/i18n.svelte.ts';
import { recordId } from '../../../src/model/ids.ts';
import type { Values } from '../../../src/model/json.ts';
import { planFigures } from '../../../src/views/sheet/why/figures.ts';
import { changeLines } from '../../../src/views/what-if/change-words.ts';

const records = new Map<string, Values>([
  [recordId.unit('li'), { name: 'Li', kind: 'rep' }],
  [recordId.segment('new'), { name: 'New' }],
]);
const lines = (id: string, now: Values, was: Values | null = null) =>
  changeLines(id, { was, now }, planFigures({ get: (each) => records.get(each), ofKind: () => [] }, 'en'));
const place = { unit: 'li', span: { from: '2026-11', to: '2026-12' }, segment: 'new' };

beforeAll(() => setLanguage('en'));

describe('what a what-if changes of the goals', () => {
  it('is named by segment, months and whose it is', () => {
    expect(lines(recordId.goal('li', '2026-11', 'new'), { amount: 500 }, { amount: 100 })).toEqual([
      'Li · New, goal of Nov 2026: ¥1 → ¥5',
    ]);
    expect(lines(recordId.lock(place), { amount: 500 })).toEqual([
      'Lock on Li, Nov 2026 – Dec 2026 · New: ¥5',
    ]);
    expect(lines(recordId.spreadBy(place), { method: 'equal' })).toEqual([
      'Li, how the goal of Nov 2026 – Dec 2026 · New is shared out',
    ]);
    expect(lines(recordId.task('li', '2026-11'), { amount: 500 })).toEqual([
      'Li, asked from above for Nov 2026: ¥5',
    ]);
    expect(lines(recordId.segment('old'), { name: 'Old' })).toEqual(['Segment Old']);
    expect(lines(recordId.place('li', '2026-11'), { parent: null })).toEqual([
      'Li, where it was before Nov 2026',
    ]);
  });
});
