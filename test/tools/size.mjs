// What a first screen loads, and what an installed app keeps: gzip sizes against their budgets.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = 'dist';
const KB = 1024;
const SCREEN = 150 * KB;
const INSTALLED = 1536 * KB;
const ENTRY = 'index.html';
const LANGUAGES = ['zh-CN', 'en'];
const FIRST_RUN = ['src/views/quickstart/View.svelte', '@quickstart'];
/** Where later visits begin: these files are on the device by then. A plan comes out of the database. */
const KEPT = 'src/storage/on-disk.ts';
const LATER_VISITS = {
  'a plan': [KEPT, 'src/views/shell/Shell.svelte', 'src/views/sheet/View.svelte', '@plan'],
  'a phone': [KEPT, 'src/views/phone/View.svelte', '@plan', '@why', '@phone'],
};

const text = (file) => readFileSync(join(DIST, file), 'utf8');
const gzipped = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
const sum = (files) => files.reduce((total, file) => total + gzipped(file), 0);
const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

/** Vite's account of the build: which source went into which file, and what that imports. */
const chunks = JSON.parse(text('.vite/manifest.json'));

/** The files of these sources with everything that they import before they can run. */
function filesOf(sources) {
  const open = [...sources];
  const seen = new Set();
  const files = new Set(['before-paint.js']);
  while (open.length > 0) {
    const key = open.pop();
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = chunks[key];
    if (!chunk) throw new Error(`The build has no chunk of ${key}: bring test/tools/size.mjs up to date.`);
    files.add(chunk.file);
    open.push(...(chunk.imports ?? []));
  }
  return [...files].filter((file) => file.endsWith('.js'));
}

/** What the service worker fetches at the first visit, so that the app opens without a network. */
function precached() {
  const urls = [...text('sw.js').matchAll(/\burl:\s*["'`]([^"'`]+)["'`]/g)].map((match) => match[1]);
  if (!urls.includes(ENTRY)) throw new Error('dist/sw.js has no list of files to keep.');
  const runtime = readdirSync(DIST).filter((file) => /^workbox-.*\.js$/.test(file));
  return [...new Set([...urls, 'sw.js', ...runtime])];
}

function check(what, bytes, budget) {
  console.log(`${what}: ${kb(bytes)} of ${kb(budget)} gzip`);
  return bytes <= budget;
}

/** In the heavier language; `@part` is one of its files. */
const inLanguage = (source, language) => source.replace(/^@(.*)/, `src/i18n/${language}/$1.ts`);
const scriptsOf = (screen) =>
  Math.max(
    ...LANGUAGES.map((language) =>
      sum(filesOf([ENTRY, '@common', ...screen].map((source) => inLanguage(source, language)))),
    ),
  );

const first = check('JavaScript before the first screen is usable', scriptsOf(FIRST_RUN), SCREEN);
const workers = readdirSync(join(DIST, 'assets')).filter((file) => /\.worker-.*\.js$/.test(file));
for (const worker of workers) console.log(`  off the page: ${worker} ${kb(gzipped(`assets/${worker}`))}`);
const later = Object.entries(LATER_VISITS).map(([name, screen]) =>
  check(`JavaScript before ${name} is open, on a later visit`, scriptsOf(screen), SCREEN),
);
const installed = check('installed offline set', sum(precached()), INSTALLED);
process.exit([first, ...later, installed].every(Boolean) ? 0 : 1);
