import type { Page } from '@playwright/test';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csv, teamTable } from '../e2e/support.ts';

/** Every task over 50 ms since the last look, in ms, longest first. */
export async function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { tasks } = globalThis as unknown as { tasks: number[] };
    return tasks.splice(0).sort((a, b) => b - a);
  });
}

export const watchTasks = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ entryTypes: ['longtask'] });
    Object.assign(globalThis, { tasks });
  });

/** How long something took that the page does by itself, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round(performance.now() - begun);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
}

/** A file on the disk: bytes that come through the test's own connection are unpacked by the page that is measured. */
export function teamFile(reps: number, months: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'backcast-file-')), 'history.csv');
  writeFileSync(path, csv(teamTable(reps, months)));
  return path;
}

async function choose(page: Page, button: string, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await chooser).setFiles(file);
}

export interface Opened {
  /** From the choice of the file to the answer, and from "open the plan" to the first drawn numbers. */
  readonly answered: number;
  readonly opened: number;
}

/** A plan of a team, made as a person makes it: a file on the first page, then "open the plan". */
export async function openTeam(page: Page, reps: number, months: number): Promise<Opened> {
  await page.goto('#/new');
  const found = page.getByText(new RegExp(`${reps} 人`)).first();
  const answered = await timed(async () => {
    await choose(page, '选 CSV', teamFile(reps, months));
    await found.waitFor({ timeout: 60_000 });
  });
  const opened = await timed(async () => {
    await page.getByRole('button', { name: '打开计划' }).click();
    await page.locator('.row').first().waitFor({ timeout: 60_000 });
  });
  return { answered, opened };
}

export interface Imported {
  readonly checked: number;
  readonly stored: number;
}

/** Imports a file into a fresh plan; resolves once "saved on this device" is shown. */
export async function importTeam(page: Page, reps: number, months: number): Promise<Imported> {
  await page.goto('#/new');
  await page.getByRole('button', { name: '打开计划' }).click();
  await page.waitForURL(/backcast$/);
  const address = page.url().replace(/backcast$/, 'import');
  const file = teamFile(reps, months);
  await page.goto(address);
  await page.getByRole('button', { name: '选文件' }).waitFor();
  await longTasks(page);
  const go = page.locator('footer .go');
  const checked = await timed(async () => {
    await choose(page, '选文件', file);
    await go.waitFor({ timeout: 60_000 });
  });
  const stored = await timed(async () => {
    await go.click();
    await go.waitFor({ state: 'detached', timeout: 60_000 });
    await page.getByText('已存于本机').first().waitFor({ timeout: 60_000 });
  });
  return { checked, stored };
}
