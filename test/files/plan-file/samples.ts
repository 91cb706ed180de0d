import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  commit,
  join,
  newFacts,
  newWriter,
  type Facts,
  type Writer,
} from '../../../src/model/facts/index.ts';
import type { Json } from '../../../src/model/json.ts';
import { SETTINGS_ID } from '../../../src/model/ids.ts';
import { templateMeasures } from '../../../src/model/templates.ts';

export const meta = { app: '0.1.0', savedAt: 1_790_000_000_000 };

/** A small plan with everything that a file may hold: a dispute, a deletion, blanks, nested values, odd names. */
export function samplePlan(writers: readonly Writer[] = [newWriter(), newWriter()]): Facts {
  const [mine, theirs] = writers as [Writer, Writer];
  const start = newFacts(
    'plan-1',
    [
      [SETTINGS_ID, { name: '<b>一季度</b> & "plan"', currency: 'CNY', cutoffDay: 25 }],
      ['unit/u1', { name: '=1+1', kind: 'rep', parent: null, order: 1 }],
      ['unit/u2', { name: '<img src=x onerror=alert(1)>', kind: 'team', leave: [] }],
      [
        'unit/u3',
        { name: '小李', kind: 'rep', leave: [{ from: '2026-11-02', to: '2026-11-03', part: 0.5 }] },
      ],
      [
        'history/u1/2026-10',
        { dials: 1200, connects: 360, revenue: 1_234_500, repeatRevenue: 80_000, own: null },
      ],
      ['other/repeatRevenue', { order: 10 }],
      ['history/u3/2026-10', { dials: 900, connects: 270, revenue: 0, own: 3 }],
      ['goal/u1/2026-11', { amount: 3_000_000 }],
      ['alias/constructor', { unit: 'u1' }],
      ['mapping/k', { columns: { 拨打: 'dials', Rep: 'rep' } }],
      ['lead/l1', { kind: 7, tags: ['of', { a: 'newer version' }] }],
      ...templateMeasures('telesales'),
    ],
    mine,
    1_780_000_000_000,
  );
  const [a] = commit(start, mine, 1_780_000_100_000, [
    { id: 'history/u1/2026-10', field: 'dials', value: 1250 },
    { id: 'goal/u1/2026-11', field: 'ofNewerVersion', value: { deep: [1] } },
    { remove: 'unit/u2' },
  ]);
  const [b] = commit(start, theirs, 1_780_000_200_000, [
    { id: 'history/u1/2026-10', field: 'dials', value: 1260 },
    { id: 'unit/u3', field: 'name', value: '老李' },
  ]);
  return join(a, b);
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export type Edited = Record<string, Json> & { content: Record<string, Json> };

/** The file with its JSON changed by hand and signed anew: what a stranger could send. */
export function forged(file: Uint8Array, change: (json: Edited) => unknown): Uint8Array {
  const json = JSON.parse(gunzipSync(file).toString()) as Edited;
  const changed = (change(json) ?? json) as Edited;
  return gzipSync(JSON.stringify({ ...changed, sha256: hash(JSON.stringify(changed.content)) }));
}

/** As `forged`, for what objects cannot say: the content's text is changed. */
export function forgedText(file: Uint8Array, change: (content: string) => string): Uint8Array {
  const json = JSON.parse(gunzipSync(file).toString()) as Edited;
  const content = change(JSON.stringify(json.content));
  const sum = hash(JSON.stringify(JSON.parse(content)));
  return gzipSync(`{"format":"backcast","version":1,"sha256":"${sum}","content":${content}}`);
}
