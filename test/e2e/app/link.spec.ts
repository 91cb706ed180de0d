import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

test.describe('a link that carries one person’s month', () => {
  test('opens on another device, is out of the address at once, and replaces nothing', async ({
    page,
    browser,
  }) => {
    const app = await AppPage.open(page);
    await app.button(/示例/).first().click();
    await app.openPlan();
    await page.getByRole('button', { name: '分享', exact: true }).click();
    await app.dialog.getByLabel('谁的').selectOption({ label: '\u2003\u2003林晓' });
    await app.dialog.getByRole('button', { name: '生成' }).click();
    const address = app.dialog.getByRole('textbox', { name: '链接' });
    await expect(address).toHaveValue(/#\/take\/1\./);
    await expect(app.dialog.getByLabel('林晓的二维码')).toBeVisible();
    const link = await address.inputValue();
    await expect(
      app.dialog.getByText(`${link.replace(/^.*#/, '#').length + link.indexOf('#')} 个字符`),
    ).toBeVisible();

    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const other = await phone.newPage();
    await other.clock.setFixedTime(new Date('2026-11-20T10:00:00+08:00'));
    await other.goto(link);
    await expect.poll(() => other.url()).not.toContain('take');
    const opening = other.getByRole('dialog');
    await expect(opening).toContainText('本机没有这个计划。 这是计划的一部分。');
    await opening.getByRole('button', { name: '打开', exact: true }).click();
    await expect(other.getByText('林晓').first()).toBeVisible();
    await expect(other.getByText('陈思远')).toHaveCount(0);
    await phone.close();

    // On the device that it came from it is recognised, and merging is what is proposed.
    await page.evaluate((hash) => (location.hash = hash), link.replace(/^.*#/, '#'));
    await expect(app.dialog).toContainText('本机有这个计划');
    expect(page.url()).not.toContain('take');
  });

  test('that was cut on its way says so, and changes nothing', async ({ page }) => {
    const app = await AppPage.open(page, '#/take/1.H4sIAAA!!');
    await expect(app.dialog).toContainText('多半是聊天软件截断了');
    expect(page.url()).not.toContain('take');
  });
});
