import type { Locator, Page } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

const load = (page: Page): Locator => page.getByRole('region', { name: '做不做得完' });

test('a rep’s own working time is typed on the team’s sheet, and the panel reckons with it', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goTo('团队');
  const time = await app.cell('团队', '林晓', '能做多少 工时');
  await expect(time).toHaveText('420');
  await app.type(time, '1441');
  await expect(page.getByText('一天最多 1440 分钟').first()).toBeVisible();
  await app.type(time, '60');
  await expect(time).toHaveText('60');
  await app.goTo('倒推');
  await app.row('倒推', '林晓').getByRole('rowheader').click();
  await expect(load(page)).toContainText(/每天要 [\d.]+ 小时，工时只有 1\.0 小时/);
});
