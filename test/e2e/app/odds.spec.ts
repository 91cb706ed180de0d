import { expect } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { test } from './test.ts';

test.describe('how sure a plan is', () => {
  test('the dial sets the quotas in one step that can be taken back, and the panel says what is aimed at', async ({
    page,
  }) => {
    const app = await AppPage.open(page);
    await app.startWithSample();
    const perDay = await app.cell('倒推', '林晓', '倒推.*每日外呼');
    const expected = await perDay.innerText();
    const chance = await app.cell('倒推', '林晓', '达成概率 照现在的步子');
    await expect(chance).toHaveText(/^\s*[<>]?\d+%$/);
    const panel = page.getByRole('complementary', { name: '为什么是这个数' });
    await perDay.click();
    await expect(panel).not.toContainText('平均要冲到');

    const dial = page.getByRole('group', { name: '把握', exact: true });
    await dial.getByRole('button', { name: '80%' }).click();
    await expect(perDay).not.toHaveText(expected);
    expect(Number(await perDay.innerText())).toBeGreaterThan(Number(expected));
    await expect(app.sheet('倒推')).toContainText('每个人 10 次里 8 次够');
    await expect(panel).toContainText('要 10 次里 8 次够');
    await panel.getByRole('button', { name: /^平均要冲到/ }).click();
    await expect(panel).toContainText(/要 10 次里 8 次做到 ¥30,000，平均要冲到 ¥\d\d,\d{3}/);

    await page.getByRole('group', { name: '谁的把握' }).getByRole('button', { name: '全公司' }).click();
    await expect(app.sheet('倒推')).toContainText('全公司 10 次里 8 次够');
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(perDay).toHaveText(expected);
    await expect(dial.getByRole('button', { name: '期望' })).toHaveAttribute('aria-pressed', 'true');
  });

  test('the curve says what a chance takes a day, and follows a typed goal', async ({ page }) => {
    const app = await AppPage.open(page);
    await app.startWithSample();
    const curve = page.getByRole('region', { name: '够不够' });
    await expect(curve.getByRole('img', { name: /^每天外呼 \d+：\d+%，\d+：50%，\d+：80%$/ })).toBeVisible();
    for (const name of ['照现在的步子', '按还差的配额做', '本人最好的日子'])
      await expect(curve).toContainText(name);

    await app.type(await app.cell('倒推', '林晓', '结果 目标'), '3000000');
    await (await app.cell('倒推', '林晓', '结果 目标')).click();
    const chance = await app.cell('倒推', '林晓', '达成概率 照现在的步子');
    await expect(chance).toHaveText('<5%');
    await expect(curve.getByRole('listitem').filter({ hasText: '照现在的步子' })).toContainText('<5%');
  });

  test('past goals that were likely are counted, and how many came true', async ({ page }) => {
    const app = await AppPage.open(page);
    await app.startWithSample();
    const curve = page.getByRole('region', { name: '够不够' });
    await app.goTo('目标');
    await page.getByRole('button', { name: '年', exact: true }).click();
    for (const month of ['8月', '9月'])
      await app.type(await app.cell('目标', '林晓', `第 3 季度 · 目标 ¥ ${month}`), '1000');
    await app.goTo('倒推');
    await app.row('倒推', '林晓').getByRole('rowheader').click();
    await expect(curve).toContainText(/已过的月份里：达成概率 80% 以上的有 \d 次，成了 \d 次/);
    await expect(curve).toContainText('不是当时的承诺');
  });

  test('a newcomer goes into the team’s chance at the team’s pace, and the panel says so', async ({
    page,
  }) => {
    const app = await AppPage.open(page);
    await app.startWithSample();
    await app.goTo('团队');
    await app
      .sheet('团队')
      .getByRole('gridcell', { name: /输入或粘贴姓名/ })
      .click();
    await page.keyboard.type('新人');
    await page.keyboard.press('Enter');
    await expect(app.row('团队', '新人')).toBeVisible();
    await app.goTo('倒推');
    await app.type(await app.cell('倒推', '新人', '结果 目标'), '1万');
    await expect(await app.cell('倒推', '新人', '达成概率 照现在的步子')).toHaveText('—');
    await expect(await app.cell('倒推', '电销三组', '达成概率 照现在的步子')).toHaveText(/^\s*[<>]?\d+%$/);
    await app.row('倒推', '电销三组').getByRole('rowheader').click();
    await expect(page.getByRole('region', { name: '够不够' })).toContainText('其中 1 人还没有工作量记录');
    await expect(app.sheet('倒推')).toContainText(/期望，约 10 次里 \d 次够/);
  });
});
