import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../src/i18n/i18n.svelte.ts';
import type { Json, Values } from '../../../src/model/json.ts';
import { actualSources, catchUpSpans } from '../../../src/model/records/actual.ts';
import { noteKinds } from '../../../src/model/records/diary.ts';
import { stepKinds } from '../../../src/model/records/measure.ts';
import { workPatterns } from '../../../src/model/records/settings.ts';
import { unitKinds } from '../../../src/model/records/unit.ts';
import { cellWords } from '../../../src/views/records/cell-words.ts';

const records = new Map<string, Values>([
  ['settings/plan', { name: 'Plan', currency: 'CNY' }],
  ['unit/ann', { name: '林晓' }],
  ['level/l1', { name: '资深' }],
]);
const wordsNow = () => cellWords({ get: (id) => records.get(id), ofKind: () => [] });

/** Every field that takes one of few, with all that it takes. */
const CHOICES: readonly (readonly [id: string, field: string, values: readonly string[]])[] = [
  ['unit/ann', 'kind', unitKinds],
  ['unit/ann', 'pattern', workPatterns],
  ['settings/plan', 'pattern', workPatterns],
  ['settings/plan', 'pipelineKind', ['flow', 'stock']],
  ['settings/plan', 'confidenceOf', ['rep', 'company']],
  ['settings/plan', 'tierPeriod', ['month', 'quarter']],
  ['settings/plan', 'template', ['telesales', 'visits', 'inbound', 'channel']],
  ['measure/dials', 'unit', ['count', 'money']],
  ['measure/dials', 'step', stepKinds],
  ['measure/dials', 'source', actualSources],
  ['note/n', 'kind', noteKinds],
  ['catchUp/ann/2026-11-20', 'over', catchUpSpans],
];

for (const language of ['zh-CN', 'en'] as const)
  describe(`what a cell says, in ${language}`, () => {
    beforeAll(() => setLanguage(language));

    it('is a word for each choice, never the value that is stored', () => {
      for (const [id, field, values] of CHOICES) {
        const said = values.map((value) => wordsNow().value(id, field, value));
        for (const [at, word] of said.entries()) expect(word, `${id} ${field}`).not.toBe(values[at]);
        expect(new Set(said).size, `${id} ${field}`).toBe(values.length);
      }
    });
  });

describe('what a cell says', () => {
  beforeAll(() => setLanguage('zh-CN'));

  it.each<[id: string, field: string, value: Json, said: string]>([
    ['unit/ann', 'kind', 'rep', '成员'],
    ['unit/ann', 'start', '2026-11-02', '2026年11月2日'],
    ['unit/ann', 'level', 'l1', '资深'],
    ['unit/ann', 'parent', 'ann', '林晓'],
    [
      'unit/ann',
      'leave',
      [{ from: '2026-11-02', to: '2026-11-02', part: 0.5, half: 'afternoon' }],
      '2026年11月2日 下午',
    ],
    [
      'unit/ann',
      'leave',
      [{ from: '2026-11-02', to: '2026-11-04', part: 1 }],
      '2026年11月2日 至 2026年11月4日',
    ],
    ['unit/ann', 'leave', [], '空白'],
    ['settings/plan', 'sample', true, '是'],
    ['settings/plan', 'dayStart', 545, '9:05'],
    ['settings/plan', 'confidence', 0.8, '80%'],
    ['settings/plan', 'country', 'DE', '德国'],
    ['unit/ann', 'kind', 'of a newer version', 'of a newer version'],
    ['unit/ann', 'note', 'rep', 'rep'],
  ])('%s %s %j: %s', (id, field, value, said) => {
    expect(wordsNow().value(id, field, value)).toBe(said);
  });
});
