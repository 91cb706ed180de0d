import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import frozen from '../../fixtures/database-1.json' with { type: 'json' };
import { kill, KILLS, launch, type Killable } from './killable.ts';

/** In the page: the database as version 1 left it, in place of whatever is there. */
async function leaveOldDatabase({ version, plans, pages }: typeof frozen): Promise<void> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('unreadable'));
    });
  await done(indexedDB.deleteDatabase('backcast'));
  const opening = indexedDB.open('backcast', version * 10);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('plans', { keyPath: 'id' });
    opening.result
      .createObjectStore('pages', { keyPath: ['plan', 'page'] })
      .createIndex('[plan+seq]', ['plan', 'seq']);
  };
  const database = await done(opening);
  const writing = database.transaction(['plans', 'pages'], 'readwrite');
  for (const row of plans) writing.objectStore('plans').put(row);
  for (const row of pages) writing.objectStore('pages').put(row);
  await new Promise((resolve) => (writing.oncomplete = resolve));
  database.close();
}

/** What the page says when the database is being brought up to date. */
const BEGUN = 'upgrade begun';

/**
 * In the page, before the app's code: says that the upgrade has begun and, where it is `held`, keeps its transaction
 * busy, so that it can't end before the kill does.
 */
function watchUpgrade({ begun, held }: { begun: string; held: boolean }): void {
  const open = indexedDB.open.bind(indexedDB);
  IDBFactory.prototype.open = (...given) => {
    const request = open(...given);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      // Others are made anew.
      if (given[0] !== 'backcast' || oldVersion === 0) return;
      console.log(begun);
      const plans = request.transaction?.objectStore('plans');
      const again = () => plans?.count().addEventListener('success', again);
      if (held) again();
    });
    return request;
  };
}

/**
 * The version on the disk, asked where none of the app's code runs. It has to be opened: what the browser lists still
 * names the version of an upgrade that is only undone then.
 */
async function storedVersion({ page }: Killable, baseURL: string): Promise<number> {
  await page.goto(`${baseURL}licences.txt`);
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('backcast');
        request.onerror = () => reject(request.error ?? new Error('unreadable'));
        request.onsuccess = () => {
          resolve(request.result.version);
          request.result.close();
        };
      }),
  );
}

type Fell = 'before' | 'within' | 'after';

/** Opens the app on the old database and kills the browser: while it is held in the upgrade, or whenever it comes. */
async function killedAt(own: Killable, baseURL: string, round: number): Promise<boolean> {
  const held = round % 2 === 0;
  await own.page.addInitScript(watchUpgrade, { begun: BEGUN, held });
  let hasBegun = false;
  const begun = own.page
    .waitForEvent('console', (said) => said.text() === BEGUN)
    .then(
      () => (hasBegun = true),
      () => false,
    );
  void own.page.goto(baseURL).catch(() => undefined);
  if (held) expect(await begun).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, held ? round * 20 : 20 + ((round * 137) % 900)));
  await kill(own);
  return hasBegun;
}

test(`an old database opens with all that was in it after the browser is killed ${KILLS} times, every other time within the upgrade itself`, async ({
  baseURL: base,
}) => {
  const baseURL = base ?? '';
  test.setTimeout(60_000 + KILLS * 30_000);
  const profile = mkdtempSync(join(tmpdir(), 'backcast-migrating-'));
  const fell: Fell[] = [];
  let own = await launch(profile);
  for (let round = 0; round < KILLS; round++) {
    // A page of the same origin without any of the app's code.
    await own.page.goto(`${baseURL}licences.txt`);
    await own.page.evaluate(leaveOldDatabase, frozen);
    const hasBegun = await killedAt(own, baseURL, round);

    own = await launch(profile);
    const isOld = (await storedVersion(own, baseURL)) === frozen.version * 10;
    fell.push(isOld ? (hasBegun ? 'within' : 'before') : 'after');
    await own.page.goto(baseURL);
    await own.page.getByText('Plan', { exact: true }).first().waitFor();
    const kept = await own.page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open('backcast');
          request.onerror = () => reject(request.error ?? new Error('unreadable'));
          request.onsuccess = () => {
            const rows = request.result.transaction('pages').objectStore('pages').count();
            rows.onsuccess = () => resolve(rows.result);
          };
        }),
    );
    expect(kept).toBeGreaterThanOrEqual(frozen.pages.length);
    await expect(own.page.getByText(/打不开存储|读不出来/)).toHaveCount(0);
  }
  await kill(own);
  rmSync(profile, { recursive: true, force: true });
  test.info().annotations.push({ type: 'the kills fell', description: fell.join(', ') });
  expect(fell.filter((at) => at === 'within').length).toBeGreaterThanOrEqual(Math.ceil(KILLS / 2));
});
