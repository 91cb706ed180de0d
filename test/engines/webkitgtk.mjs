// WebKitGTK over plain W3C WebDriver: nothing in the dependencies drives it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

const DRIVER = '/usr/bin/WebKitWebDriver';
const BROWSERS = ['4.1', '4.0', '6.0'].flatMap((version) =>
  ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);
const DISPLAY = '/usr/bin/xvfb-run';
/** WebDriver's code points for keys. */
const KEYS = { Enter: '\uE007', Control: '\uE009' };

/** The path of a WebKitGTK browser that can be driven on this machine, or undefined. */
export function findWebKit() {
  if (!existsSync(DRIVER) || (!process.env.DISPLAY && !existsSync(DISPLAY))) return undefined;
  return BROWSERS.find(existsSync);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function request(url, method, body) {
  const signal = AbortSignal.timeout(60_000);
  const answer = await fetch(url, { method, signal, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function ready(address) {
  for (let attempt = 0; attempt < 100; attempt++) {
    if ((await request(`${address}/status`, 'GET').catch(() => null))?.ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer.');
}

function spawnDriver(port) {
  const own = [DRIVER, `--port=${port}`, '--host=127.0.0.1'];
  const [command, ...rest] = process.env.DISPLAY ? own : [DISPLAY, '-a', ...own];
  // A group of its own, so that the display ends with it.
  return spawn(command, rest, { detached: true, stdio: 'ignore' });
}

/** Keys that are held together: down in order, up in reverse. */
function strokes(keys) {
  const down = keys.map((value) => ({ type: 'keyDown', value }));
  const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
  return [...down, ...up];
}

/** @returns {Promise<import('./main-job.mjs').Driver>} */
export async function startWebKit(binary) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const own = spawnDriver(port);
  const end = () => process.kill(-own.pid);
  try {
    await ready(address);
    return await drive(address, binary, end);
  } catch (error) {
    end();
    throw error;
  }
}

async function drive(address, binary, end) {
  const browserOptions = { binary, args: ['--automation'] };
  const { sessionId, capabilities } = await request(`${address}/session`, 'POST', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } },
  });
  const session = `${address}/session/${sessionId}`;
  const post = (path, body) => request(`${session}${path}`, 'POST', body);
  const stroke = (actions) => post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  await post('/window/rect', { width: 1440, height: 900 });
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    open: (url) => post('/url', { url }),
    reload: () => post('/refresh', {}),
    read: (expression) => post('/execute/sync', { script: `return ${expression}`, args: [] }),
    async click(xpath) {
      const element = await post('/element', { using: 'xpath', value: xpath });
      await post(`/element/${Object.values(element)[0]}/click`, {});
    },
    type: (text) => stroke([...text].flatMap((key) => strokes([key]))),
    press: (key) => stroke(strokes(key.split('+').map((part) => KEYS[part] ?? part))),
    async close() {
      await request(session, 'DELETE').catch(() => undefined);
      end();
    },
  };
}
