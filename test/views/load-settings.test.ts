import { render } from 'svelte/server';
import { beforeAll, expect, it, vi } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import LoadSettings from '../../src/views/settings/LoadSettings.svelte';
import type { PlanEdit } from '../../src/views/settings/plan-edit.svelte.ts';
import { settingsOf } from '../../src/views/settings/settings.ts';

beforeAll(() => setLanguage('en'));

/** The fields as they stand: what they are called, and what is in them. */
function fields(records: readonly RecordEntry[], values = {}): string[][] {
  const session = { revision: 1, ofKind: () => records };
  const edit: unknown = { session, settings: settingsOf(values), set: vi.fn(), commit: vi.fn() };
  const props: { edit: PlanEdit } = { edit: edit as PlanEdit };
  const { body } = render(LoadSettings, { props });
  const labels = [...body.matchAll(/<label[^>]*>([^<]*)</g)].map(([, label]) => label!);
  const inputs = [...body.matchAll(/<input[^>]* value="([^"]*)"/g)].map(([, value]) => value!);
  return labels.map((label, at) => [label, inputs[at]!]);
}

it('asks for the minutes of a day and of every count of the chain, in its order, and of no money', () => {
  expect(fields(templateMeasures('telesales'))).toEqual([
    ['A working day', '420'],
    ['Of which other work', '30'],
    ['Dials, each', '1'],
    ['Connects, each', '1.5'],
    ['Conversations, each', '5'],
    ['Intents, each', '15'],
  ]);
});

it('shows what was set instead of what is usual, and none for a measure of one’s own', () => {
  const chain = templateMeasures('telesales').map(([id, values]): RecordEntry =>
    id === 'measure/dials' ? [id, { ...values, minutes: 2.5 }] : [id, values],
  );
  const own: RecordEntry = ['measure/own-1', { name: 'Letters', order: 5, unit: 'count', step: null }];
  const shown = fields([...chain, own], { workMinutes: 300, adminMinutes: 0 });
  expect(shown.slice(0, 4)).toEqual([
    ['A working day', '300'],
    ['Of which other work', '0'],
    ['Letters, each', '0'],
    ['Dials, each', '2.5'],
  ]);
});
