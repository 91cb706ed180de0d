import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode } from '../../../src/files/plan-file/index.ts';
import { commitStep, newWriter, type Rec } from '../../../src/model/facts/index.ts';
import { recordId } from '../../../src/model/ids.ts';
import { AppPage } from '../app/app-page.ts';
import { drop } from '../support.ts';
import { kill, KILLS, launch } from './killable.ts';

const REPS = Array.from({ length: 12 }, (_, at) => `sample-r${at}`);
/** Enough records for a merge to take a while to be stored. */
const DAYS = 300;

/** The bytes that a click would save: a browser that is killed has no downloads of ours. */
async function exported(app: AppPage): Promise<Uint8Array> {
  await app.page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      Object.assign(globalThis, { exported: blob });
      return make(blob);
    };
  });
  await app.planMenu('导出成文件');
  await app.page.waitForFunction(() => 'exported' in globalThis);
  const bytes = await app.page.evaluate(async () => {
    const { exported } = globalThis as unknown as { exported: Blob };
    return [...new Uint8Array(await exported.arrayBuffer())];
  });
  return Uint8Array.from(bytes);
}

/** The plan with a year of everybody's days, as somebody else entered them; `round` makes them new each time. */
async function withDays(plan: Uint8Array, round: number): Promise<Uint8Array> {
  const read = await decode(plan);
  if (!read.ok) throw new Error(read.failure.code);
  const { facts, meta } = read.value;
  const recs = new Map<string, Rec>(facts.recs);
  const from = Date.UTC(2010 + round, 0, 1);
  const creations = REPS.flatMap((rep) =>
    Array.from({ length: DAYS }, (_, day) => {
      const iso = new Date(from + day * 86_400_000).toISOString().slice(0, 10);
      return { create: recordId.actual(rep, iso), values: { dials: 50 + (day % 40) } };
    }),
  );
  const step = commitStep(recs, newWriter(), meta.savedAt, creations);
  for (const [changed, { after }] of step) if (after) recs.set(changed, after);
  return encode({ id: facts.id, recs }, meta);
}

async function look(page: Page, bytes: Uint8Array): Promise<void> {
  await drop(page, [{ name: '合并.backcast', bytes }]);
  await page.getByRole('dialog').getByRole('button', { name: '看会改什么' }).click();
}

const NONE = '0';
const ALL = (REPS.length * DAYS).toLocaleString('en-US');

test(`a merge is there whole or not at all after the browser is killed ${KILLS} times in the middle of it`, async ({
  baseURL,
}) => {
  test.setTimeout(60_000 + KILLS * 30_000);
  const profile = mkdtempSync(join(tmpdir(), 'backcast-merging-'));
  let own = await launch(profile);
  await own.page.goto(baseURL ?? '');
  const app = new AppPage(own.page);
  await app.startWithSample();
  await app.expectSaved();
  const plan = await exported(app);
  for (let round = 0; round < KILLS; round++) {
    const bytes = await withDays(plan, round);
    await look(own.page, bytes);
    await own.page.getByRole('button', { name: '应用合并' }).click();
    await new Promise((resolve) => setTimeout(resolve, (round * 173) % 700));
    await kill(own);

    own = await launch(profile);
    await own.page.goto(baseURL ?? '');
    await new AppPage(own.page).expectSheet('倒推');
    await look(own.page, bytes);
    const preview = own.page.getByRole('region', { name: '合并会改什么' });
    await expect(preview).toContainText('没有冲突');
    const added = /([\d,]+)行新增/.exec(((await preview.textContent()) ?? '').replaceAll(' ', ''))?.[1];
    expect([NONE, ALL]).toContain(added);
    console.log(`kill ${round + 1}: ${added === NONE ? 'merged' : 'as before'}`);
    await own.page.goto('about:blank');
    await own.page.goto(baseURL ?? '');
    await new AppPage(own.page).expectSheet('倒推');
  }
  await kill(own);
  rmSync(profile, { recursive: true, force: true });
});
