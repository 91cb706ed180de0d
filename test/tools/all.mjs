// Runs everything that must hold and closes with one plain line that sums the suites.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'backcast-test-'));
const sums = { passed: 0, failed: 0 };
/** Titles of those that passed at the second try only. */
const unsteady = [];

const titles = ({ specs = [], suites = [] }, is) => [
  ...specs.filter((spec) => spec.tests.some(is)).map(({ title }) => title),
  ...suites.flatMap((suite) => titles(suite, is)),
];

function run(title, command, ...args) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json'),
      ENGINES_JSON_OUTPUT_NAME: join(reports, 'engines.json'),
    },
  });
  return status === 0;
}

function report(name, read) {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(join(reports, name), 'utf8')));
    sums.passed += passed;
    sums.failed += failed;
  } catch {
    sums.failed += 1;
  }
}

const steps = [
  () => run('format', 'npm', 'run', '-s', 'format'),
  () => run('lint', 'npm', 'run', '-s', 'lint'),
  () => run('types', 'npm', 'run', '-s', 'types'),
  () => {
    const good = run(
      'unit',
      'npx',
      'vitest',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'unit.json')}`,
    );
    report('unit.json', (r) => ({
      passed: r.numPassedTests,
      failed: r.numFailedTests + (good ? 0 : r.numFailedTests ? 0 : 1),
    }));
    return good;
  },
  () => run('accuracy', 'node', 'test/tools/accuracy.mjs', '--quick'),
  () => run('build', 'npm', 'run', '-s', 'build'),
  () => run('size', 'node', 'test/tools/size.mjs'),
  () => {
    const good = run('e2e', 'node', 'test/tools/e2e.mjs');
    report('e2e.json', (r) => {
      unsteady.push(...titles(r, ({ status }) => status === 'flaky'));
      return { passed: r.stats.expected + r.stats.flaky, failed: r.stats.unexpected };
    });
    return good;
  },
  () => {
    const good = run('engines', 'node', 'test/tools/engines.mjs');
    report('engines.json', (r) => r);
    return good;
  },
];

/** Tools of others that open what is made here; without one, its tests are skipped. */
const OPENED_BY = [
  ['soffice', 'workbooks and CSV files are not opened by LibreOffice (Debian: libreoffice-calc-nogui)'],
  ['age', 'files under a passphrase are not opened by the age tool (Debian: age)'],
  ['python3', 'the age tool is given no terminal to ask on (Debian: python3)'],
];
const missing = OPENED_BY.filter(([tool]) => spawnSync(tool, ['--version']).status !== 0);

const failedSteps = steps.map((step) => step()).filter((good) => !good).length;
for (const [tool, untested] of missing) console.log(`\nno ${tool}: ${untested}`);
for (const title of unsteady) console.log(`\nonly at a second try: ${title}`);
console.log(`\n${sums.passed} passed, ${Math.max(sums.failed, failedSteps)} failed`);
process.exit(failedSteps > 0 ? 1 : 0);
