import type { Locator } from '@playwright/test';
import type { AppPage } from './app-page.ts';
import { expect } from './test.ts';

export const Q4 = '第 4 季度 · 目标 ¥';
export const TEAM = '电销一组';
export const REPS = ['林晓', '陈思远', '王雨桐', '赵凯'];

/** The Goals sheet of the sample team: three teams of four, 30,000 a month each. */
export async function openGoals(app: AppPage): Promise<void> {
  await app.startWithSample();
  await app.goTo('目标');
  await expect(app.button('季与月')).toHaveAttribute('aria-pressed', 'true');
}
export const goal = (app: AppPage, row: string, month: string) => app.cell('目标', row, `${Q4} ${month}`);
/** The new number, where the old one stands before it. */
export const number = async (cell: Locator) => {
  const text = (await cell.locator('.t').textContent()) ?? '';
  return Number(text.replace(/,/g, ''));
};
export const bar = (app: AppPage) => app.page.getByRole('status').filter({ hasText: '合计到分相等' });
export const panel = (app: AppPage) => app.page.getByRole('complementary', { name: '待应用的改动' });

export async function sumOf(app: AppPage, rows: readonly string[], month: string): Promise<number> {
  let sum = 0;
  for (const row of rows) sum += await number(await goal(app, row, month));
  return sum;
}
