import { expect, it } from 'vitest';
import { applyImport } from '../../../src/files/import/apply.ts';
import { decode, encode } from '../../../src/files/plan-file/index.ts';
import { commit, newFacts, newWriter } from '../../../src/model/facts/index.ts';
import { templateMeasures } from '../../../src/model/templates.ts';
import { draftOf, factsFor, freshPlan } from './tables.ts';

const HEADERS = ['__proto__', 'constructor', 'prototype'];
const TEXT = `${HEADERS.join(',')},姓名,月份,外呼\n1,2,3,__proto__,2026-05,5\n4,5,6,constructor,2026-05,6\n`;

it('headers and names that reach into the language leave a plan whose own file opens again', async () => {
  const targets = { 0: 'own-a', 1: 'own-b', 2: 'own-c' };
  const draft = draftOf(TEXT, { targets });
  const { changes, summary } = applyImport(draft, { remember: true, rootName: 'x' }, freshPlan());
  expect(summary).toMatchObject({ new: 8, people: 2 });
  const writer = newWriter();
  const start = newFacts('plan-1', templateMeasures('telesales'), writer, 1_780_000_000_000);
  const [facts] = commit(start, writer, 1_780_000_100_000, changes);
  const opened = await decode(await encode(facts, { app: '1', savedAt: 1_790_000_000_000 }));
  expect(opened.ok).toBe(true);
});

it('a remembered layout leaves such headers out', () => {
  const { changes } = applyImport(draftOf(TEXT), { remember: true, rootName: 'x' }, freshPlan());
  const kept = changes.flatMap((change) =>
    'create' in change && change.create.startsWith('mapping/') ? [change.values['columns']] : [],
  );
  expect(kept).toEqual([{ 姓名: 'rep', 月份: 'month', 外呼: 'dials' }]);
});

it('what a stranger remembered cannot name a target that does not exist', () => {
  const { changes } = applyImport(draftOf(TEXT), { remember: true, rootName: 'x' }, freshPlan());
  const [id = ''] = changes.flatMap((change) =>
    'create' in change && change.create.startsWith('mapping/') ? [change.create] : [],
  );
  const plan = freshPlan([id, { columns: { 姓名: 'rep', 月份: 'month', 外呼: '__proto__' } }]);
  const again = draftOf(TEXT, { facts: factsFor(plan) });
  expect(again.columns.map(({ target }) => target).slice(3)).toEqual(['rep', 'month', 'dials']);
});
