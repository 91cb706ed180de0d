import { bench, describe } from 'vitest';
import { MergeJob } from '../../src/files/merge/job.ts';
import { encode } from '../../src/files/plan-file/index.ts';
import type { GivenFile } from '../../src/model/merging.ts';
import { decodePages, encodePages } from '../../src/storage/pages.ts';
import { bigPlan, editedPart, fileOf, PLAN } from '../files/merge/big-plan.ts';

const FILES = 50;
const REPS = 200;
const DAYS = 500;
const PER_FILE = 10_000;

const plan = bigPlan(REPS, DAYS);
const stored = encodePages(plan);
const daily = [...plan.keys()].filter((id) => id.startsWith('actual/'));

/** Fifty files of 10,000 records; half of each with something new, or nothing at all. */
async function filesWith(share: number): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  for (let i = 0; i < FILES; i++) {
    const from = (i * 2000) % (daily.length - PER_FILE);
    const part = editedPart(plan, daily.slice(from, from + PER_FILE), share, i);
    files.push(await fileOf(`rep-${i}.backcast`, part));
  }
  return files;
}

const nothingNew = await filesWith(0);
const halfNew = await filesWith(0.5);

async function preview(files: readonly GivenFile[], say: string): Promise<void> {
  const begun = performance.now();
  const job = new MergeJob({ read: decodePages, write: encodePages });
  await job.read(files);
  const read = performance.now() - begun;
  let first = 0;
  const found = await job.preview(PLAN, stored, Date.now(), () => (first ||= performance.now() - begun));
  const all = performance.now() - begun;
  const { added, updated, conflicts } = found.total;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  console.log(
    `${say}: read ${seconds(read)}, first counts ${seconds(first)}, preview ${seconds(all)}; ` +
      `${added} records new, ${updated} cells updated, ${conflicts} conflicts`,
  );
}

const once = { iterations: 3, warmupIterations: 1, time: 0 };

describe('50 files of 10,000 records into a plan of 100,000', () => {
  bench('nothing new (at most 3 s)', () => preview(nothingNew, 'nothing new'), once);
  bench('half of each file new (at most 6 s)', () => preview(halfNew, 'half new'), once);
});

describe('a plan of 100,000 records', () => {
  bench(
    'as a file (at most 1 s)',
    async () => {
      await encode({ id: PLAN, recs: plan }, { app: 'bench', savedAt: 0 });
    },
    once,
  );
});
