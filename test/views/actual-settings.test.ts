import { render } from 'svelte/server';
import { beforeAll, expect, it, vi } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import ActualSettings from '../../src/views/settings/ActualSettings.svelte';
import type { PlanEdit } from '../../src/views/settings/plan-edit.svelte.ts';

beforeAll(() => setLanguage('en'));

/** Per choice what it is called, and what is chosen. */
function choices(records: readonly RecordEntry[]): string[][] {
  const edit: unknown = { session: { revision: 1, ofKind: () => records }, settings: {}, commit: vi.fn() };
  const { body } = render(ActualSettings, { props: { edit: edit as PlanEdit } });
  const labels = [...body.matchAll(/<select[^>]* aria-label="([^"]*)"/g)].map(([, label]) => label!);
  const chosen = [...body.matchAll(/<option[^>]* selected[^>]*>([^<]*)</g)].map(([, text]) => text!);
  return labels.map((label, at) => [label, chosen[at]!]);
}

it('says of each measure whose number counts as usual, and that it is given as a quota', () => {
  expect(choices(templateMeasures('telesales')).slice(6, 8)).toEqual([
    ['Intents: whose number counts', 'What the person entered'],
    ['Intents: quota', 'Given to everybody'],
  ]);
  expect(choices(templateMeasures('telesales'))[0]![1]).toBe('The system’s export');
});

it('shows what was chosen instead', () => {
  const chain = templateMeasures('telesales').map(([id, values]): RecordEntry =>
    id === 'measure/dials' ? [id, { ...values, source: 'person', quota: false }] : [id, values],
  );
  expect(choices(chain).slice(0, 2)).toEqual([
    ['Dials: whose number counts', 'What the person entered'],
    ['Dials: quota', 'None, only counted'],
  ]);
});
