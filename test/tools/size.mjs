// What the first screen loads, and what an installed app keeps: gzip sizes against their budgets.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = 'dist';
const KB = 1024;
const gzipped = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
const files = readdirSync(DIST, { recursive: true }).filter((file) =>
  /\.(js|css|html|svg|png|csv|webmanifest)$/.test(file),
);

/** The entry script and everything that it imports before it can run. */
function firstLoad() {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const open = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]);
  const seen = new Set();
  while (open.length) {
    const file = open.pop();
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(join(DIST, file), 'utf8');
    for (const match of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      open.push(`assets/${match[1]}`);
  }
  return [...seen];
}

const check = (what, bytes, budget) => {
  console.log(`${what}: ${(bytes / KB).toFixed(1)} KB of ${(budget / KB).toFixed(0)} KB gzip`);
  return bytes <= budget;
};
const sum = (list) => list.reduce((total, file) => total + gzipped(file), 0);
const good = [
  check('JavaScript before the first screen', sum(firstLoad()), 150 * KB),
  check('installed offline set', sum(files), 1536 * KB),
].every(Boolean);
process.exit(good ? 0 : 1);
