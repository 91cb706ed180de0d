// The main job once in Firefox and once in WebKitGTK, on the built app. An engine that is not there is no failure.
import { writeFileSync } from 'node:fs';
import { preview } from 'vite';
import { findFirefox, startFirefox } from '../engines/firefox.mjs';
import { doMainJob } from '../engines/main-job.mjs';
import { findWebKit, startWebKit } from '../engines/webkitgtk.mjs';

const ENGINES = [
  { name: 'Firefox', find: findFirefox, start: startFirefox },
  { name: 'WebKitGTK', find: findWebKit, start: startWebKit },
];
const sums = { passed: 0, failed: 0, skipped: 0 };

async function run({ name, find, start }, url) {
  const path = find();
  if (!path) {
    console.log(`skipped: no ${name} on this machine`);
    return 'skipped';
  }
  let driver;
  try {
    driver = await start(path);
    await doMainJob(driver, url);
    console.log(`passed: the main job in ${driver.name}`);
    return 'passed';
  } catch (error) {
    console.log(`failed: the main job in ${driver?.name ?? name}: ${error.message}`);
    return 'failed';
  } finally {
    await driver?.close();
  }
}

const server = await preview({ preview: { port: 0, host: '127.0.0.1' } });
const [url] = server.resolvedUrls?.local ?? [];
for (const engine of ENGINES) sums[await run(engine, url)] += 1;
await server.close();
const report = process.env.ENGINES_JSON_OUTPUT_NAME;
if (report) writeFileSync(report, JSON.stringify(sums));
process.exit(sums.failed > 0 ? 1 : 0);
