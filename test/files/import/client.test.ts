import { describe, expect, it } from 'vitest';
import { createFilesClient } from '../../../src/files/client.ts';
import { createTableReader } from '../../../src/files/import/reader.ts';
import { quickDraft } from '../../../src/views/import/quick.ts';
import { CRM_EXPORT, factsFor, freshPlan, gb18030, TODAY } from './tables.ts';
import { makeDraft } from '../../../src/files/import/draft.ts';
import { readTable } from '../../../src/files/import/table.ts';
import { ImportDesk } from '../../../src/views/import/import.svelte.ts';
import type { Change } from '../../../src/model/diff.ts';
import type { PlanSession } from '../../../src/state/contract.ts';

type Start = Parameters<typeof createFilesClient>[0] & {};
type Reader = ReturnType<Start>['reader'];

/** The reader without a worker: its answers come at once where a worker's would be promised. */
const inline = () =>
  createFilesClient(() => ({ reader: createTableReader() as unknown as Reader, end: () => undefined }));
/** A planner that is behind answers nothing. */
const unread = () => Promise.resolve(null);
const options = { asOf: TODAY, teamName: '公司', ownName: '我' };

describe('a first history without questions', () => {
  it('comes from a pasted block', async () => {
    const quick = await quickDraft('姓名\t月份\t外呼\t业绩\n林晓\t2026-05\t100\t2万\n', options, inline());
    expect(quick.ok && quick.value).toMatchObject({
      people: ['林晓'],
      months: ['2026-05'],
      measures: ['dials', 'revenue'],
      doubtful: false,
    });
  });

  it('comes from a GB18030 file', async () => {
    const file = new Blob([gb18030(CRM_EXPORT) as BlobPart]);
    const quick = await quickDraft(file, options, inline());
    expect(quick.ok && quick.value.people.slice(0, 2)).toEqual(['林晓', '陈思远']);
    expect(quick.ok && quick.value.doubtful).toBe(true);
  });

  it('changes nothing where a month or a measure is missing', async () => {
    const quick = await quickDraft('林晓,你好\n陈思远,再见\n', options, inline());
    expect(quick.ok && quick.value.changes).toEqual([]);
    expect(quick.ok && quick.value.draft.missing).toContain('measure');
  });
});

it('ends the worker when reading is cancelled', async () => {
  let ended = false;
  const reader = { open: () => new Promise(() => undefined) } as unknown as Reader;
  const client = createFilesClient(() => ({ reader, end: () => (ended = true) }));
  const cancel = new AbortController();
  const opened = client.openTable('a,b', { signal: cancel.signal });
  cancel.abort();
  expect(await opened).toEqual({ ok: false, failure: { code: 'cancelled' } });
  expect(ended).toBe(true);
});

describe('a worker that dies', () => {
  const never = () => new Promise(() => undefined);
  const dying = (reader: object) => {
    let die = (): void => undefined;
    const died = new Promise<never>((_, reject) => (die = () => reject(new Error('out of memory'))));
    const client = createFilesClient(() => ({ reader: reader as Reader, end: () => undefined, died }));
    return { client, die: () => die() };
  };
  const failed = { ok: false, failure: { code: 'fileReadingDied' } };

  it('while it reads says so', async () => {
    const { client, die } = dying({ open: never });
    const opened = client.openTable('a,b');
    die();
    expect(await opened).toEqual(failed);
  });

  it('or throws for want of memory says so', async () => {
    const { client } = dying({ open: () => Promise.reject(new RangeError('Invalid string length')) });
    expect(await client.openTable('a,b')).toEqual(failed);
  });

  it('while it checks the rows says so, and the desk takes another file', async () => {
    const { client, die } = dying({ ...createTableReader(), draft: never });
    const session = { ...freshPlan(), asOf: TODAY, read: unread } as unknown as PlanSession;
    const desk = new ImportDesk(session, () => ({ root: '公司', own: '我' }), client);
    const opening = desk.open({ text: CRM_EXPORT }, 'x.csv');
    await new Promise((resolve) => setTimeout(resolve));
    die();
    await opening;
    expect(desk).toMatchObject({ phase: 'choose', checking: false, failure: failed.failure });
  });
});

it('passes a draft through structured clone unchanged', () => {
  const draft = makeDraft(readTable(CRM_EXPORT), { facts: factsFor() });
  expect(structuredClone(draft)).toEqual(draft);
});

describe('the import on the desk', () => {
  const committed: (readonly Change[])[] = [];
  const session = {
    ...freshPlan(),
    asOf: TODAY,
    read: unread,
    commit: (changes: readonly Change[]) => Promise.resolve(void committed.push(changes)),
  } as unknown as PlanSession;
  const desk = () => new ImportDesk(session, () => ({ root: '公司', own: '我' }), inline());

  it('moves a measure to the column that a person chose', async () => {
    const one = desk();
    await one.open({ text: CRM_EXPORT }, 'x.csv');
    expect(one.phase).toBe('matching');
    await one.setTarget(9, 'dials');
    expect(one.draft?.columns[2]).toMatchObject({ target: 'ignore', reason: 'chosen' });
    expect(one.draft?.columns[9]).toMatchObject({ target: 'dials', reason: 'chosen' });
  });

  it('commits the good rows as one step', async () => {
    const one = desk();
    await one.open({ text: CRM_EXPORT }, 'x.csv');
    const summary = await one.commit();
    expect(summary?.new).toBe(52);
    expect(committed).toHaveLength(1);
    expect(one.phase).toBe('choose');
  });

  it('saves the bad rows under their header', async () => {
    const one = desk();
    await one.open({ text: CRM_EXPORT }, 'x.csv');
    const lines = (await one.badRows())?.split('\r\n') ?? [];
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain('销售姓名');
    expect(lines[1]).toContain('2026-13');
  });

  it('says what is wrong with a file that is no table', async () => {
    const one = desk();
    await one.open({ text: ' ' }, 'x.csv');
    expect(one).toMatchObject({ phase: 'choose', failure: { code: 'fileEmpty' } });
  });
});
