import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Without it LibreOffice trusts the results that a file brings along. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Commas, quotes, UTF-8: what its dialog proposes for a file with a byte order mark; without a window nobody asks. */
const AS_UTF8 = '--infilter=Text - txt - csv (StarCalc):44,34,76,1';

export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0;

/** Skipped tests must not look like passed ones. */
export const NO_LIBREOFFICE =
  'soffice is not installed (Debian: libreoffice-calc-nogui): workbooks are not recalculated';

/** What LibreOffice makes of files when it has to calculate every formula itself: workbooks again. */
export function recalculated(given: readonly Uint8Array[], extension: 'xlsx' | 'csv' = 'xlsx'): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'backcast-soffice-'));
  try {
    const [profile, out] = [join(folder, 'profile'), join(folder, 'out')];
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
    const files = given.map((bytes, at) => {
      const file = join(folder, `${at}.${extension}`);
      writeFileSync(file, bytes);
      return file;
    });
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        ...(extension === 'csv' ? [AS_UTF8] : []),
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        ...files,
      ],
      { stdio: 'pipe', timeout: 120_000 },
    );
    return files.map((_, at) => new Uint8Array(readFileSync(join(out, `${at}.xlsx`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
