import { bench, describe } from 'vitest';
import { applyImport } from '../../src/files/import/apply.ts';
import { decode } from '../../src/files/import/decode.ts';
import { makeDraft } from '../../src/files/import/draft.ts';
import { readTable } from '../../src/files/import/table.ts';
import { factsFor, freshPlan } from '../files/import/tables.ts';

const ROWS = 100_000;
const REPS = 4200;

function export100000(): Uint8Array {
  const lines = ['销售姓名,统计月份,拨打量,接通量,有效沟通,意向数,储备(万),回款,接通率'];
  for (let row = 0; row < ROWS; row++) {
    const month = Math.floor(row / REPS);
    const dials = 1000 + ((row * 7919) % 900);
    const date = `${String(2024 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
    lines.push(
      `成员${String(row % REPS)},${date},"${dials.toLocaleString('en')}",${String(Math.floor(dials * 0.3))},` +
        `${String(Math.floor(dials * 0.07))},${String(row % 40)},${((row % 300) / 10).toFixed(2)},¥${String((row * 31) % 50_000)},30%`,
    );
  }
  return new TextEncoder().encode(lines.join('\r\n'));
}

const bytes = export100000();
const plan = freshPlan();
const facts = factsFor(plan);

describe('100,000 CSV rows', () => {
  const once = { iterations: 3, warmupIterations: 1, time: 0 };
  bench(
    'decoded, taken apart, guessed and checked (at most 2 s)',
    () => {
      const text = decode(bytes);
      if (text.ok) makeDraft(readTable(text.value.text), { facts });
    },
    once,
  );
  const text = decode(bytes);
  const table = readTable(text.ok ? text.value.text : '');
  bench('checked again after a choice', () => void makeDraft(table, { facts }), once);
  const draft = makeDraft(table, { facts });
  bench(
    'turned into changes of a plan',
    () => void applyImport(draft, { remember: true, rootName: 'x' }, plan),
    once,
  );
});
