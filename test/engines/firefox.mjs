import { existsSync } from 'node:fs';
import { firefox } from '@playwright/test';

const PATHS = ['/usr/bin/firefox-esr', '/usr/lib/firefox-esr/firefox-esr'];

/** The path of a Firefox ESR on this machine, or undefined. */
export const findFirefox = () => process.env.FIREFOX_PATH ?? PATHS.find(existsSync);

/** @returns {Promise<import('./main-job.mjs').Driver>} */
export async function startFirefox(executablePath) {
  // The channel drives an unpatched Firefox, over WebDriver BiDi.
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  return {
    name: `Firefox ${browser.version()}`,
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    read: (expression) => page.evaluate(expression),
    click: (xpath) => page.locator(`xpath=${xpath}`).first().click(),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}
