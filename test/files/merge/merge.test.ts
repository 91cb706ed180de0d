import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MergeJob } from '../../../src/files/merge/job.ts';
import { encode, encodeText } from '../../../src/files/plan-file/index.ts';
import type { Change } from '../../../src/model/diff.ts';
import { commit, join, newFacts, newWriter, type Facts } from '../../../src/model/facts/index.ts';
import { recordId, SETTINGS_ID } from '../../../src/model/ids.ts';
import type { GivenFile, MergePreview } from '../../../src/model/merging.ts';
import { templateMeasures } from '../../../src/model/templates.ts';
import { decodePages, encodePages } from '../../../src/storage/pages.ts';

const NOW = Date.UTC(2026, 10, 20);
const meta = { app: '0.1.0', savedAt: NOW };
const paging = { read: decodePages, write: encodePages };

const start = newFacts(
  'plan-1',
  [
    [SETTINGS_ID, { name: '计划', currency: 'CNY' }],
    ['unit/a', { name: '安', kind: 'rep' }],
    ['unit/b', { name: '波', kind: 'rep', parent: null }],
    ['goal/a/2026-11', { amount: 100 }],
    ['goal/b/2026-11', { amount: 200 }],
    ['history/a/2026-10', { dials: 10, revenue: 5 }],
  ],
  newWriter(),
  NOW - 1000,
);

const edited = (facts: Facts, changes: readonly Change[], at = NOW): Facts =>
  commit(facts, newWriter(), at, changes)[0];
const fileOf = async (name: string, facts: Facts): Promise<GivenFile> => ({
  name,
  bytes: await encode(facts, meta),
});

async function jobWith(mine: Facts, files: readonly GivenFile[]): Promise<[MergeJob, MergePreview]> {
  const job = new MergeJob(paging);
  await job.read(files);
  return [job, await job.preview(mine.id, encodePages(mine.recs), NOW)];
}

/** The plan with what the files bring joined, as text. */
async function merged(mine: Facts, files: readonly GivenFile[]): Promise<Facts> {
  const [job] = await jobWith(mine, files);
  return join(mine, { id: mine.id, recs: decodePages(job.delta()) });
}

describe('a preview', () => {
  it('tells theirs, mine, the same and what is in dispute apart, cell by cell', async () => {
    const mine = edited(start, [
      { id: 'goal/a/2026-11', field: 'amount', value: 111 },
      { id: 'history/a/2026-10', field: 'dials', value: 12 },
      { id: 'history/a/2026-10', field: 'revenue', value: 7 },
    ]);
    const theirs = edited(start, [
      { id: 'goal/a/2026-11', field: 'amount', value: 122 },
      { id: 'goal/b/2026-11', field: 'amount', value: 222 },
      { id: 'history/a/2026-10', field: 'dials', value: 12 },
      { create: 'goal/a/2026-12', values: { amount: 9 } },
    ]);
    const [job, preview] = await jobWith(mine, [await fileOf('b.backcast', theirs)]);
    expect(preview.total).toMatchObject({ updated: 1, added: 1, removed: 0, same: 1, conflicts: 1 });
    expect(preview.conflicts[0]).toMatchObject({ id: 'goal/a/2026-11', field: 'amount' });
    expect(preview.conflicts[0]?.options.map(({ value, mine: own }) => [value, own]).sort()).toEqual([
      [111, true],
      [122, false],
    ]);
    expect(job.rows(null, 0, 9).map(({ kind, id }) => [kind, id])).toEqual([
      ['added', 'goal/a/2026-12'],
      ['updated', 'goal/b/2026-11'],
    ]);
    expect(preview.parts.find(({ part }) => part === 'goals')?.counts.updated).toBe(1);
  });

  it('says of cells that only I changed that mine are newer, and changes nothing', async () => {
    const mine = edited(start, [{ id: 'goal/a/2026-11', field: 'amount', value: 111 }]);
    const [job, preview] = await jobWith(mine, [await fileOf('old.backcast', start)]);
    expect(preview.total).toMatchObject({ mineNewer: 1, updated: 0, conflicts: 0 });
    expect(job.delta()).toEqual([]);
  });

  it('asks what to do with a record that is deleted here and changed there', async () => {
    const mine = edited(start, [{ remove: 'goal/b/2026-11' }]);
    const theirs = edited(start, [{ id: 'goal/b/2026-11', field: 'amount', value: 7 }]);
    const [, preview] = await jobWith(mine, [await fileOf('b.backcast', theirs)]);
    expect(preview.conflicts).toHaveLength(1);
    const [conflict] = preview.conflicts;
    expect(conflict?.field).toBe('$');
    expect(conflict?.options.find(({ mine: own }) => own)?.value).toBeNull();
  });

  it('names a damaged file among others and a file of another plan, and goes on', async () => {
    const good = await fileOf(
      'good.backcast',
      edited(start, [{ id: 'goal/b/2026-11', field: 'amount', value: 7 }]),
    );
    const cut = { name: 'cut.backcast', bytes: good.bytes.slice(0, 60) };
    const other = await fileOf('other.backcast', { ...start, id: 'plan-2' });
    const [, preview] = await jobWith(start, [cut, good, other]);
    expect(preview.total.updated).toBe(1);
    expect(preview.files.map(({ file, ok }) => [file, ok])).toEqual([
      ['cut.backcast', false],
      ['good.backcast', true],
    ]);
  });

  it('takes nothing of a file with an impossible value, and names it', async () => {
    const bad = edited(start, [
      { id: 'goal/a/2026-11', field: 'amount', value: 'many' },
      { id: 'goal/b/2026-11', field: 'amount', value: 7 },
    ]);
    const [job, preview] = await jobWith(start, [
      await fileOf('bad.backcast', bad),
      await fileOf('same.backcast', start),
    ]);
    expect(preview.files[0]).toMatchObject({ ok: false, failure: { code: 'planWrongValue' } });
    expect(job.delta()).toEqual([]);
  });

  it('does not suggest what a clock years ahead has written, and says so', async () => {
    const mine = edited(start, [{ id: 'goal/a/2026-11', field: 'amount', value: 111 }]);
    const theirs = edited(start, [{ id: 'goal/a/2026-11', field: 'amount', value: 122 }], NOW + 3e11);
    const [, preview] = await jobWith(mine, [await fileOf('b.backcast', theirs)]);
    const [conflict] = preview.conflicts;
    expect(conflict?.options[conflict.suggested]?.value).toBe(111);
    expect(preview.ahead?.count).toBe(1);
  });

  it('tells authors by the name they gave, else by their file', async () => {
    const writer = newWriter();
    const [named] = commit(start, writer, NOW, [
      { id: 'goal/b/2026-11', field: 'amount', value: 5 },
      { create: `writer/${writer.by}`, values: { name: '王雨桐' } },
    ]);
    const unnamed = edited(start, [{ id: 'goal/a/2026-11', field: 'amount', value: 6 }]);
    const [, preview] = await jobWith(start, [
      await fileOf('named.backcast', named),
      await fileOf('unnamed.backcast', unnamed),
    ]);
    expect(preview.shares.map(({ author }) => preview.authors[author])).toEqual(
      expect.arrayContaining([
        { name: '王雨桐', file: null },
        { name: null, file: 'unnamed.backcast' },
      ]),
    );
  });

  it('lists what no longer fits: numbers of somebody who is gone, and totals that nobody said', async () => {
    const mine = edited(start, [{ remove: 'unit/b' }, { id: 'goal/a/2026-11', field: 'amount', value: 150 }]);
    const theirs = edited(start, [{ id: 'goal/b/2026-11', field: 'amount', value: 250 }]);
    const added = edited(theirs, [{ create: 'history/b/2026-10', values: { dials: 3 } }]);
    const [, preview] = await jobWith(mine, [await fileOf('b.backcast', added)]);
    expect(preview.faults.map(({ code, of }) => [code, of])).toEqual(
      expect.arrayContaining([
        ['unitGone', 'b'],
        ['totalsDiffer', '2026-11'],
      ]),
    );
  });

  it('names the measure at which two changes of the chain, each right in itself, break it', async () => {
    const plan = newFacts(
      'plan-2',
      [[SETTINGS_ID, { name: '计划' }], ...templateMeasures('telesales')],
      newWriter(),
      NOW - 1000,
    );
    // Money straight from intents on one side; on the other the pipeline between them is renamed, and so stays.
    const mine = edited(plan, [
      { remove: recordId.measure('pipeline') },
      { id: recordId.measure('revenue'), field: 'step', value: 'value' },
    ]);
    const theirs = edited(plan, [{ id: recordId.measure('pipeline'), field: 'name', value: '在谈' }]);
    const [, preview] = await jobWith(mine, [await fileOf('b.backcast', theirs)]);
    expect(preview.faults).toEqual([
      { code: 'chainBroken', id: recordId.measure('revenue'), of: 'revenue', count: 1 },
    ]);
    const [, alone] = await jobWith(plan, [await fileOf('b.backcast', theirs)]);
    expect(alone.faults).toEqual([]);
  });
});

describe('what no longer fits of the goals', () => {
  const NOV = { from: '2026-11', to: '2026-11' };
  const all = recordId.lock({ unit: 't', span: NOV, segment: null });
  const fresh = recordId.lock({ unit: 't', span: NOV, segment: 'new' });
  const plan = newFacts(
    'plan-3',
    [
      [SETTINGS_ID, { name: '计划' }],
      ['unit/t', { name: '队', kind: 'team' }],
      ['unit/u', { name: '二队', kind: 'team' }],
      ['unit/a', { name: '安', kind: 'rep', parent: 't' }],
      ['unit/b', { name: '波', kind: 'rep', parent: 't' }],
      ['segment/new', { name: '新' }],
      ['segment/big', { name: '大', parent: 'new' }],
      ['goal/a/2026-11', { amount: 100 }],
      ['goal/b/2026-11/big', { amount: 200 }],
      ['goal/b/2026-12', { amount: 50 }],
      [all, { amount: 300 }],
      [fresh, { amount: 200 }],
    ],
    newWriter(),
    NOW - 1000,
  );
  const faultsOf = async (mine: Facts, theirs: Facts) => {
    const [, preview] = await jobWith(mine, [await fileOf('b.backcast', theirs)]);
    return preview.faults.map(({ code, id, of, count }) => [code, id, of, count]);
  };

  it('is a lock of which the goals add up to something else now', async () => {
    const theirs = edited(plan, [{ id: 'goal/b/2026-11/big', field: 'amount', value: 250 }]);
    expect(await faultsOf(plan, theirs)).toEqual([
      ['lockBroken', all, '350', 1],
      ['lockBroken', fresh, '250', 1],
    ]);
    const outside = edited(plan, [{ id: 'goal/b/2026-12', field: 'amount', value: 60 }]);
    expect(await faultsOf(plan, outside)).toEqual([]);
    const both = edited(theirs, [{ id: 'goal/a/2026-11', field: 'amount', value: 50 }]);
    expect(await faultsOf(plan, both)).toEqual([['lockBroken', fresh, '250', 1]]);
    // What did not fit before is nothing that the merge brings.
    const own = edited(plan, [{ id: 'goal/a/2026-11', field: 'amount', value: 70 }]);
    expect(await faultsOf(own, edited(plan, [{ id: 'unit/a', field: 'name', value: '安安' }]))).toEqual([]);
  });

  it('is a lock of a team that somebody left, but not of the months before the move', async () => {
    const move: Change = { id: 'unit/b', field: 'parent', value: 'u' };
    expect(await faultsOf(plan, edited(plan, [move]))).toEqual([
      ['lockBroken', all, '100', 1],
      ['lockBroken', fresh, '0', 1],
    ]);
    const place: Change = { create: recordId.place('b', '2026-12'), values: { parent: 't' } };
    expect(await faultsOf(plan, edited(plan, [move, place]))).toEqual([]);
  });

  it('is a segment that is gone, with the goals, locks and parts that are of it', async () => {
    const mine = edited(plan, [{ remove: 'segment/new' }, { remove: fresh }, { remove: 'segment/big' }]);
    const theirs = edited(plan, [
      { create: 'goal/a/2026-12/new', values: { amount: 1 } },
      { create: 'segment/small', values: { name: '小', parent: 'new' } },
    ]);
    expect(await faultsOf(mine, theirs)).toEqual([['segmentGone', 'goal/a/2026-12/new', 'new', 2]]);
  });

  it('is whatever hangs on somebody who is gone', async () => {
    const mine = edited(plan, [{ remove: 'unit/u' }]);
    const theirs = edited(plan, [
      { create: recordId.task('u', '2026-11'), values: { amount: 1 } },
      { create: recordId.lock({ unit: 'u', span: NOV, segment: null }), values: { amount: null } },
      { create: recordId.spreadBy({ unit: 'u', span: NOV, segment: null }), values: { method: 'equal' } },
      { create: recordId.proposal('u', '2026-11', 'k'), values: { step: 'commit' } },
      { create: recordId.place('a', '2026-11'), values: { parent: 'u' } },
    ]);
    expect((await faultsOf(mine, theirs)).map(([code, , of, count]) => [code, of, count])).toEqual([
      ['unitGone', 'u', 5],
    ]);
  });

  it('is two teams that are above each other in the months before they were moved', async () => {
    const mine = edited(plan, [{ create: recordId.place('t', '2026-11'), values: { parent: 'u' } }]);
    const theirs = edited(plan, [{ create: recordId.place('u', '2026-12'), values: { parent: 't' } }]);
    expect(await faultsOf(mine, theirs)).toEqual([['placeCircle', 'place/t/2026-11', 'u', 1]]);
    const later = edited(plan, [
      { create: recordId.place('t', '2026-12'), values: { parent: null } },
      { create: recordId.place('u', '2026-12'), values: { parent: 't' } },
    ]);
    const earlier = edited(plan, [{ create: recordId.place('t', '2027-01'), values: { parent: 'u' } }]);
    expect(await faultsOf(earlier, later)).toEqual([]);
  });
});

const ids = ['goal/a/2026-11', 'goal/b/2026-11', 'history/a/2026-10', 'unit/b'] as const;
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ id: fc.constantFrom(...ids.slice(0, 2)), field: fc.constant('amount'), value: fc.nat(4) }),
  fc.record({ id: fc.constant(ids[2]), field: fc.constantFrom('dials', 'ofNewerVersion'), value: fc.nat(4) }),
  fc.record({ remove: fc.constantFrom(...ids) }),
  fc.record({ create: fc.constantFrom(...ids.slice(0, 3)), values: fc.constant({ amount: 3 }) }),
);
const acts = fc.array(
  fc.record({ changes: fc.array(change, { maxLength: 3 }), at: fc.integer({ min: 1, max: 4e12 }) }),
  {
    maxLength: 3,
  },
);
const deviceOf = (history: readonly { changes: Change[]; at: number }[]): Facts =>
  history.reduce<Facts>((facts, { changes, at }) => edited(facts, changes, at), start);
const text = (facts: Facts): Promise<string> => encodeText(facts, meta);

describe('merging files, whatever several people did and whatever their clocks say', () => {
  it('gives the same bytes in any order, at once or one by one, and twice as once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 3, maxLength: 3 }), async (histories) => {
        const [mine, b, c] = histories.map(deviceOf) as [Facts, Facts, Facts];
        const [fileB, fileC] = [await fileOf('b', b), await fileOf('c', c)];
        const once = await text(await merged(mine, [fileB, fileC]));
        expect(await text(await merged(mine, [fileC, fileB, fileB]))).toBe(once);
        expect(await text(await merged(await merged(mine, [fileC]), [fileB]))).toBe(once);
        expect(await text(await merged(b, [await fileOf('a', mine), fileC]))).toBe(once);
        expect(once).toBe(await text(join(mine, b, c)));
        const again = await merged(mine, [fileB, fileC]);
        expect((await jobWith(again, [fileB, fileC]))[0].delta()).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
