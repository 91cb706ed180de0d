// The main job as every engine has to do it, told through a Driver.

/**
 * One tab of a browser, driven with real clicks and keys.
 * @typedef {object} Driver
 * @property {string} name with its version
 * @property {(url: string) => Promise<void>} open
 * @property {() => Promise<void>} reload
 * @property {(expression: string) => Promise<any>} read the value of an expression in the page
 * @property {(xpath: string) => Promise<void>} click
 * @property {(text: string) => Promise<void>} type into what has the focus
 * @property {(key: 'Enter' | 'Control+a' | 'Control+c' | 'Control+v') => Promise<void>} press
 * @property {() => Promise<void>} close
 */

const HISTORY = [
  ['月份', '拨打量', '接通量', '有效沟通', '意向数', '储备(元)', '回款(元)'],
  ['2026-08', '1,824', '537', '133', '27', '137,700', '27,620'],
  ['2026-09', '1,741', '503', '129', '26', '130,700', '26,910'],
  ['2026-10', '1,652', '485', '122', '24', '124,100', '25,490'],
];
const BLOCK = HISTORY.map((row) => row.join('\t')).join('\r\n');
const REP = '林晓';
const PATIENCE = 15_000;

const ANSWER = `document.querySelector('output')?.textContent`;
const NOTES = `[...document.querySelectorAll('[role=status]')].map((note) => note.textContent).join()`;
const SAVED = `document.querySelector('[data-saved]')?.getAttribute('data-saved')`;
const button = (name) => `//button[normalize-space()='${name}']`;

/** Waits until an expression in the page is true. */
async function until(driver, what, expression) {
  const begun = Date.now();
  while (!(await driver.read(`Boolean(${expression})`))) {
    if (Date.now() - begun > PATIENCE) throw new Error(`${what}: not seen within ${PATIENCE / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Does something that has to change what an expression says; the new value. */
async function changes(driver, what, expression, act) {
  const before = await driver.read(expression);
  await act();
  await until(driver, what, `(${expression}) !== ${JSON.stringify(before)}`);
  return driver.read(expression);
}

/** The grid's column of this heading, counted as its cells are. */
const columnOf = (driver, heading) =>
  driver.read(
    `[...document.querySelectorAll('[role=columnheader]')]
      .find((header) => /${heading}/.test(header.textContent))?.getAttribute('aria-colindex')`,
  );
const cellText = (column) =>
  `[...document.querySelectorAll('[role=row]')]
    .find((row) => row.querySelector('.fixed .t')?.textContent === '${REP}')
    ?.querySelector('[aria-colindex="${column}"] .t')?.textContent`;
const cellPath = (column) =>
  `//*[@role='row'][*[contains(@class,'fixed')]/*[text()='${REP}']]/*[@aria-colindex='${column}']`;

/** Through the real clipboard: the block is copied from a field that is gone before it is pasted. */
async function pasteBlock(driver) {
  await driver.read(
    `(() => {
      const field = document.body.appendChild(document.createElement('textarea'));
      field.id = 'block';
      field.value = ${JSON.stringify(BLOCK)};
      field.focus();
    })()`,
  );
  await driver.press('Control+a');
  await driver.press('Control+c');
  await driver.read(`document.getElementById('block').remove()`);
  await driver.press('Control+v');
}

async function firstRun(driver) {
  await until(driver, 'the answer of the first run', ANSWER);
  await changes(driver, 'an answer from the pasted history', ANSWER, () => pasteBlock(driver));
  await until(driver, 'seven known columns', `/识别 7 列、3 个月/.test(${NOTES})`);
  await changes(driver, 'an answer to the typed goal', ANSWER, async () => {
    await driver.click(`//input[@aria-label='目标金额']`);
    await driver.press('Control+a');
    await driver.type('18万');
  });
  await changes(driver, 'the answer of the sample team', ANSWER, () => driver.click(button('用示例团队')));
}

async function editGoal(driver) {
  await driver.click(button('打开计划'));
  await until(driver, 'the Backcast', `document.querySelector('[role=treegrid] [role=gridcell]')`);
  const goal = await columnOf(driver, '目标');
  const perDay = await columnOf(driver, '每日');
  await until(driver, 'the number of a day', `/\\d/.test(${cellText(perDay)})`);
  const number = await changes(driver, 'another number of a day', cellText(perDay), async () => {
    await driver.click(cellPath(goal));
    await driver.type('77000');
    await driver.press('Enter');
  });
  await until(driver, 'the typed goal', `${cellText(goal)} === '77,000'`);
  await until(driver, 'that it is saved', `${SAVED} === 'saved'`);
  return { goal, perDay, number };
}

/**
 * First run by paste, by typing and by sample, then a goal in the Backcast whose number follows, kept over a reload.
 * @param {Driver} driver
 * @param {string} url
 */
export async function doMainJob(driver, url) {
  await driver.open(url);
  await driver.read(`localStorage.setItem('backcast.language', 'zh-CN')`);
  await driver.open(url);
  await firstRun(driver);
  const { goal, perDay, number } = await editGoal(driver);
  await driver.reload();
  await until(driver, 'the goal after a reload', `${cellText(goal)} === '77,000'`);
  await until(driver, 'its number after a reload', `${cellText(perDay)} === '${number}'`);
}
