import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom. A room may always import itself. Packages by name or scope. */
const ROOMS: Record<string, { rooms: string[]; packages: string[] }> = {
  model: { rooms: [], packages: ['zod'] },
  core: { rooms: ['model'], packages: ['@stdlib', 'chinese-days', 'date-holidays'] },
  files: {
    rooms: ['model', 'core', 'workers'],
    packages: ['papaparse', 'comlink', 'hucre', 'age-encryption', 'fflate'],
  },
  workers: { rooms: ['core', 'files', 'storage', 'model'], packages: ['comlink'] },
  planner: { rooms: ['model', 'core', 'workers'], packages: ['comlink'] },
  storage: { rooms: ['model', 'workers'], packages: ['dexie', 'comlink'] },
  i18n: { rooms: ['model'], packages: [] },
  sheets: { rooms: ['model', 'i18n', 'state'], packages: [] },
  ui: { rooms: ['model', 'i18n'], packages: ['svelte', 'bits-ui', '@lucide/svelte', 'lean-qr'] },
  charts: { rooms: ['ui', 'model', 'i18n'], packages: ['svelte', '@lucide/svelte', 'chart.js'] },
  grid: { rooms: ['sheets', 'ui', 'model', 'i18n'], packages: ['svelte', '@lucide/svelte'] },
  state: { rooms: ['model', 'planner', 'storage'], packages: ['svelte'] },
  views: {
    rooms: ['model', 'i18n', 'state', 'planner', 'files', 'sheets', 'grid', 'charts', 'ui', 'storage'],
    packages: ['svelte', 'bits-ui', '@lucide/svelte'],
  },
};
/** One file alone, or one folder, may import a heavy or global package. */
const ONLY: Record<string, string> = {
  'chart.js': 'src/charts/Chart.svelte',
  hucre: 'src/files/workbook/',
  'age-encryption': 'src/files/slice/age.ts',
  fflate: 'src/files/slice/zip.ts',
};
/** The planner's worker is reached by URL, its code by value only without a worker. */
const CORE_BY_VALUE = new Set(['src/planner/inline.ts']);

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file))
    .map((file) => join(folder, file).split(sep).join('/'));

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|\n\s*import\s+['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => ({
    file,
    target: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

const roomOf = (file: string): string => {
  const [top = '', room = ''] = file.split('/');
  return top === 'workers' ? 'workers' : file.split('/').length > 2 ? room : 'boot';
};

function complaint({ file, target, typeOnly }: Import): string | null {
  const room = roomOf(file);
  const law = ROOMS[room];
  if (room === 'boot') return null;
  if (!law)
    return `${file}: src/${room} is not a room of the house; add it to the table with what it may import`;
  if (!target.startsWith('.')) {
    const only = ONLY[target.split('/')[0] ?? ''];
    if (only !== undefined && !file.startsWith(only))
      return `${file} imports ${target}: only ${only} may; use that component`;
    if (only) return null;
    if (target.startsWith('virtual:') || target.startsWith('node:'))
      return `${file} imports ${target}: only boot files may`;
    return law.packages.some((name) => target === name || target.startsWith(`${name}/`))
      ? null
      : `${file} imports ${target}: ${room} may not; wrap it in the room that may, or extend the table with the reason`;
  }
  const path = normalize(join(dirname(file), target))
    .split(sep)
    .join('/');
  const other = roomOf(path);
  if (other === room) return null;
  if (room === 'planner' && other === 'core' && !typeOnly && !CORE_BY_VALUE.has(file))
    return `${file} imports ${path} by value: the page never computes a planning number; ask the worker`;
  return law.rooms.includes(other)
    ? null
    : `${file} imports ${path}: ${room} may not import ${other}; move the shared part to model or pass it in`;
}

describe('the house', () => {
  it('lets each room import only what the table allows', () => {
    const complaints = [...sources('src'), ...sources('workers')].flatMap(importsOf).map(complaint);
    expect(complaints.filter((sentence) => sentence !== null)).toEqual([]);
  });

  it('keeps the core free of the page, the clock and chance', () => {
    const banned =
      /\b((document|window)\.|localStorage\b|indexedDB\b|Date\.now\b|Math\.random\b|new Date\(\))/;
    const guilty = sources('src/core').filter((file) => banned.test(readFileSync(file, 'utf8')));
    expect(guilty).toEqual([]);
  });
});
