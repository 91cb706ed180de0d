import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { kindOf } from '../../src/model/ids.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { ChainDraft } from '../../src/views/settings/chain/draft.svelte.ts';

beforeAll(() => setLanguage('en'));

const MONTH = { dials: 100, connects: 30, intents: 5, revenue: 900_00 };
const history = (...rows: [unit: string, month: string][]): RecordEntry[] =>
  rows.map(([unit, month]) => [`history/${unit}/${month}`, MONTH]);
const sessionOf = (records: readonly RecordEntry[], removed: readonly RecordEntry[] = []) => ({
  get: (id: string) => records.find(([each]) => each === id)?.[1],
  ofKind: (kind: string) => records.filter(([id]) => kindOf(id) === kind),
  removedOfKind: (kind: string) => removed.filter(([id]) => kindOf(id) === kind),
});
const plan = (more: readonly RecordEntry[] = []) =>
  sessionOf([
    ['settings/plan', { name: 'P', template: 'telesales' }],
    ...templateMeasures('telesales'),
    ...history(['a', '2026-08'], ['a', '2026-09'], ['b', '2026-09']),
    ...more,
  ]);

describe('the chain editor', () => {
  it('an untouched chain changes nothing', () => {
    expect(new ChainDraft(plan()).changes).toEqual([]);
  });

  it('takes the minutes of a measure, blank for the usual ones, and says what are none', () => {
    const draft = new ChainDraft(plan());
    const [dials, , , intents] = draft.rows;
    expect(dials?.minutes).toBe('');
    dials!.minutes = '1.5';
    expect(draft.changes).toEqual([{ id: 'measure/dials', field: 'minutes', value: 1.5 }]);
    intents!.minutes = 'long';
    expect(draft.faults).toEqual([{ measure: 'intents', field: 'minutes', code: 'minutesWrong' }]);
    intents!.minutes = '1441';
    expect(draft.faults).toHaveLength(1);
    dials!.minutes = '';
    intents!.minutes = '';
    expect(draft.changes).toEqual([]);
  });

  it('a template keeps the measures that stay and says what it hides', () => {
    const draft = new ChainDraft(plan());
    draft.useTemplate('inbound');
    expect(draft.hiding).toEqual([{ names: ['Dials', 'Connects'], months: 2, people: 2 }]);
    expect(draft.faults).toEqual([]);
    const removed = draft.changes.flatMap((change) => ('remove' in change ? [change.remove] : []));
    expect(removed).toEqual(
      ['dials', 'connects', 'conversations', 'pipeline'].map((key) => `measure/${key}`),
    );
    // Intents stay, as a share of the demos; no record of the history is touched.
    expect(draft.changes).toContainEqual({ id: 'measure/intents', field: 'assumed', value: 0.5 });
    expect(draft.changes).toContainEqual({ id: 'settings/plan', field: 'template', value: 'inbound' });
    expect(JSON.stringify(draft.changes)).not.toContain('history/');
  });

  it('a measure that was removed with a name of its own comes back with it', () => {
    const removed: RecordEntry[] = [
      ['measure/dials', { name: 'Rings', order: 10, unit: 'count', lagMedian: 2, lag90: 3 }],
    ];
    const records = templateMeasures('telesales').filter(([id]) => id !== 'measure/dials');
    const draft = new ChainDraft(sessionOf([...records, ...history(['a', '2026-08'])], removed));
    const offer = draft.offers.find(({ measure }) => measure.key === 'dials');
    expect(offer).toMatchObject({ name: 'Rings', recorded: { months: 1, people: 1 } });
    draft.add(offer!.measure);
    expect(draft.rows[0]?.name).toBe('Rings');
    expect(draft.changes).toContainEqual(expect.objectContaining({ create: 'measure/dials' }));
  });

  it('without the pipeline the revenue is a value per intent, with the product of both defaults', () => {
    const draft = new ChainDraft(plan());
    draft.remove(draft.rows[4]!);
    expect(draft.chain.at(-1)).toMatchObject({ key: 'revenue', step: 'value', assumed: 100_000 });
    expect(draft.faults).toEqual([]);
  });

  it('a ratio set by hand goes where its step becomes another step', () => {
    const override: RecordEntry = ['override/a/revenue/2026-09', { ratio: 0.3, reason: 'x' }];
    const draft = new ChainDraft(
      plan([override, ['override/a/connects/2026-09', { ratio: 0.3, reason: 'x' }]]),
    );
    draft.useTemplate('visits');
    expect(draft.overridesGone).toEqual([{ id: 'override/a/revenue/2026-09', measure: 'revenue' }]);
    expect(draft.changes).toContainEqual({ remove: 'override/a/revenue/2026-09' });
  });

  it('an own measure is asked for a name, stands where the counts end and gets a place of its own', () => {
    const draft = new ChainDraft(plan());
    const row = draft.add(null);
    expect(draft.rows.indexOf(row)).toBe(4);
    expect(draft.faults.map(({ code }) => code)).toEqual(['nameMissing']);
    row.name = 'Contracts';
    row.assumed = '50%';
    expect(draft.faults).toEqual([]);
    const values = { name: 'Contracts', order: 45, unit: 'count', step: 'share', assumed: 0.5 };
    expect(draft.changes[0]).toMatchObject({ create: `measure/${row.key}`, values });
  });

  it('a measure that was moved gets a place between its neighbours', () => {
    const draft = new ChainDraft(plan());
    draft.move(draft.rows[1]!, 1);
    const orders = Object.fromEntries(
      draft.changes.flatMap((change) =>
        'field' in change && change.field === 'order' ? [[change.id, Number(change.value)]] : [],
      ),
    );
    expect(orders['measure/conversations']).toBeLessThan(orders['measure/connects']!);
  });

  it('a money step that a move makes impossible asks for its ratio anew', () => {
    const draft = new ChainDraft(plan());
    draft.move(draft.rows[4]!, -1);
    expect(draft.faults.map(({ code }) => code)).toEqual(['countAfterMoney']);
  });

  it('says at once that a count cannot follow money, and what else is wrong after the first try', () => {
    const draft = new ChainDraft(plan());
    draft.move(draft.rows[4]!, -1);
    draft.rows[0]!.minutes = 'long';
    expect(draft.shownFaults.map(({ code }) => code)).toEqual(['countAfterMoney']);
    draft.tried = true;
    expect(draft.shownFaults).toEqual(draft.faults);
    expect(draft.faults).toHaveLength(2);
  });
});
