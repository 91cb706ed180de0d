import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

test('the first run starts with the chain of another way of selling', async ({ page }) => {
  const app = await AppPage.open(page);
  await expect(app.perDay).toBeVisible();
  await app.button('销售方式：电销').click();
  await page.getByRole('menuitemradio', { name: '上门拜访' }).click();
  await expect(app.perDay).toHaveText('每天 3 个拜访');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('从目标，倒推到今天要做多少拜访');
  await app.openPlan();
  const perDay = await app.cell('倒推', '我', '倒推：要做到目标，全月需要.* 每日拜访');
  await expect(perDay).toHaveText('3');
});

test('a pasted table of inbound leads brings its own chain', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.pasteHistory([
    ['月份', '线索', '有效线索', '演示', '意向客户', '成交单数', '成交金额'],
    ['2026-08', '120', '70', '24', '12', '5', '31000'],
    ['2026-09', '130', '80', '27', '13', '5', '28000'],
    ['2026-10', '110', '66', '22', '11', '4', '26000'],
  ]);
  await expect(app.button('销售方式：线上线索')).toBeVisible();
  await expect(app.perDay).toContainText('个线索');
});

/** More leads than connects: they come from elsewhere. */
const BROKEN = [
  ['月份', '外呼', '接通', '线索', '意向客户', '成交金额'],
  ['2026-08', '2000', '600', '900', '30', '31000'],
  ['2026-09', '2100', '650', '950', '33', '28000'],
  ['2026-10', '1900', '580', '870', '28', '26000'],
];

test('a measure that breaks the chain is left out with one click, and put back with another', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.pasteHistory(BROKEN);
  await expect(app.answer.getByText('线索比接通还多')).toBeVisible();
  await expect(app.perDay).toContainText('个线索');
  await app.button('链条里不用线索').click();
  await expect(app.perDay).toContainText('外呼');
  await expect(app.answer.getByText('链条里没用线索，它的数据还留着')).toBeVisible();
  await app.button('放回链条').click();
  await expect(app.answer.getByText('线索比接通还多')).toBeVisible();
});

test('a plan goes on without the measure that breaks its chain, and undo brings it back', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.pasteHistory(BROKEN);
  await expect(app.answer.getByText('线索比接通还多')).toBeVisible();
  await app.openPlan();
  const perDay = () => app.cell('倒推', '我', '倒推：要做到目标，全月需要.* 每日外呼');
  await expect(await perDay()).toHaveText('—');
  await app.button('链条里不用线索').click();
  await expect(page.getByText('链条里没用线索了，它的数据还留着')).toBeVisible();
  await expect(app.sheet('倒推').getByRole('columnheader', { name: /线索/ })).toHaveCount(0);
  await expect(await perDay()).toHaveText(/^[\d,]+$/);
  await page.getByRole('button', { name: '撤销' }).last().click();
  await expect(app.sheet('倒推').getByRole('columnheader', { name: /线索/ })).not.toHaveCount(0);
  await expect(await perDay()).toHaveText('—');
});

test('another template says what it hides, keeps the numbers that stay, and is one step', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goToSettings();
  const template = page.getByRole('combobox', { name: '销售方式' });
  await template.selectOption({ label: '线上线索' });
  await expect(
    page.getByText('会隐藏 外呼、接通、深沟、储备金额，各 13 个月、12 人的数；指标加回来，数就回来。'),
  ).toBeVisible();
  const { found, look } = checker(page);
  await look('chain');
  expect(found).toEqual([]);
  await app.button('用这条链').click();
  await expect(template).toBeFocused();
  await app.goTo('历史');
  const intents = await app.cell('历史', '林晓', '意向客户 2026年10月');
  const kept = (await intents.textContent()) ?? '';
  expect(Number(kept)).toBeGreaterThan(0);
  await expect(app.sheet('历史').getByRole('columnheader', { name: /^外呼/ })).toHaveCount(0);

  await app.goToSettings();
  await template.selectOption({ label: '电销' });
  await app.button('用这条链').click();
  await app.goTo('历史');
  expect(
    Number(
      ((await (await app.cell('历史', '林晓', '外呼 2026年10月')).textContent()) ?? '').replace(',', ''),
    ),
  ).toBeGreaterThan(1000);
  await expect(await app.cell('历史', '林晓', '意向客户 2026年10月')).toHaveText(kept);

  await app.goToSettings();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(template).toHaveValue('inbound');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(template).toHaveValue('telesales');
});

test('a step that contradicts is told at its field, and nothing is stored', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goToSettings();
  const kind = page.getByRole('combobox', { name: '成交金额：环节' });
  await kind.selectOption({ label: '每个多少钱' });
  await app.button('用这条链').click();
  await expect(kind).toBeFocused();
  await expect(page.getByText('前一个已经是金额，选“金额转化”')).toBeVisible();
  await app.button('不改了').click();
  await expect(kind).toHaveValue('yield');

  const ninety = page.getByRole('textbox', { name: '意向客户：九成要' });
  await page.getByRole('textbox', { name: '意向客户：一半要' }).fill('10');
  await ninety.fill('5');
  await app.button('用这条链').click();
  await expect(ninety).toBeFocused();
  await ninety.fill('20');
  await app.button('用这条链').click();
  await expect(ninety).toHaveValue('20');
});

test('a step that takes time says by when to begin, what is too late and what spills over', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goToSettings();
  await page.getByRole('textbox', { name: '成交金额：一半要' }).fill('3');
  await page.getByRole('textbox', { name: '成交金额：九成要' }).fill('5');
  await app.button('用这条链').click();
  await app.goTo('倒推');
  await app.button('从还差推').click();
  await (await app.cell('倒推', '林晓', '倒推：.* 外呼')).click();
  const why = page.getByRole('complementary', { name: '为什么是这个数' });
  // 20 November is a Friday; from Monday 23rd on five working days are left after it.
  await expect(why).toContainText('外呼最晚 11/23 开始，九成赶得上本月');
  await expect(why).toContainText(/还差的里面 \d+% 已经来不及，本月还赶得上 ¥[\d,]+/);
  await expect(why).toContainText(/已经在路上、本月还会成交 ¥[\d,]+/);
  await expect(why).toContainText(/前面月份带进来 ¥[\d,]+，带到后面月份 ¥[\d,]+，各只算一次/);
});
