import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type Plugin } from 'vite';
import { dependencies, version } from './package.json' with { type: 'json' };

/** The development server injects styles into the page; the built app does not and is held to its files. */
const looserStylesInDevelopment: Plugin = {
  name: 'looser-styles-in-development',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
};

/** Icons come from their package as data; what draws them is ours, and a tenth of the code. */
const ownIcons: Plugin = {
  name: 'own-icons',
  enforce: 'pre',
  resolveId(source, importer) {
    const isDrawing = source === '../Icon.svelte' && importer?.includes('@lucide/svelte');
    return isDrawing ? join(import.meta.dirname, 'src/ui/LucideIcon.svelte') : null;
  },
};

/** What comes in one file each; left alone, it would come in a dozen files of a kilobyte. */
const GATHERED = {
  shared: [
    'ui/(?!Dialog|modal|keep-beside)',
    'model/(?!scenario|templates|chain-check)',
    'views/shell/(?!figures|names)',
    'i18n/numbers',
    'i18n/failure-text',
    'sheets/(?:figures|confidence)',
    'state/(?:scenarios|goals-desk)',
    'views/sheet/StatusBar',
    'grid/sort-filter/filter',
    'views/phone/answers',
  ],
  sheets: [
    ...['columns/', 'change-set', 'newcomers', 'rows', 'words', 'load-words', 'override-hint', 'reason'],
    ...['sheet', 'unit-sheet', 'unit-adder', 'apply-written', 'figure-cells', 'written'],
    ...['column-width', 'name-width'],
  ].map((name) => `sheets/${name}`),
  grid: ['rendering/layout', 'slices', 'editing/drafts', 'editing/send-edits', 'clipboard/cell-text'].map(
    (name) => `grid/${name}`,
  ),
};
const oneOf = (paths: readonly string[]): string =>
  `/src/(${paths.map((path) => (/[/)]$/.test(path) ? path : `${path}\\.`)).join('|')})`;

/** What an open plan needs to be seen first. */
const FIRST_SEEN = [
  'src/main.ts',
  'src/storage/on-disk.ts',
  'src/views/shell/Shell.svelte',
  'src/views/sheet/View.svelte',
];

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const firstSeen = new Set<string>();
function isSeenFirst(id: string, modules: Modules): boolean {
  const open = firstSeen.size ? [] : FIRST_SEEN.map((file) => join(import.meta.dirname, file));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (firstSeen.has(next)) continue;
    firstSeen.add(next);
    open.push(...(modules.getModuleInfo(next)?.importedIds ?? []));
  }
  return firstSeen.has(id);
}

interface Shipped {
  readonly name: string;
  readonly text: string;
}

/** Everything that the app and its workers may ship, dependencies of dependencies included. */
function shippedPackages(names: readonly string[], seen = new Set<string>()): Shipped[] {
  return names.flatMap((name) => {
    const folder = join('node_modules', name);
    if (seen.has(name) || !existsSync(join(folder, 'package.json'))) return [];
    seen.add(name);
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
      license?: string;
      dependencies?: Record<string, string>;
    };
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
    const shipped = { name: `${name} ${about.version} (${about.license ?? 'see below'})`, text };
    return [shipped, ...shippedPackages(Object.keys(about.dependencies ?? {}), seen)];
  });
}

/** Each licence text once, under the packages that come with it. */
function licenceTexts(packages: readonly Shipped[]): string {
  const namesByText = new Map<string, string[]>();
  for (const { name, text } of packages) namesByText.set(text, [...(namesByText.get(text) ?? []), name]);
  const parts = [...namesByText].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  return parts.join(`\n\n${'-'.repeat(80)}\n\n`);
}

const licences: Plugin = {
  name: 'licences',
  apply: 'build',
  generateBundle() {
    const source = licenceTexts(shippedPackages([...Object.keys(dependencies), 'svelte']));
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
  },
};

export default defineConfig({
  base: './',
  plugins: [
    looserStylesInDevelopment,
    ownIcons,
    licences,
    svelte({ compilerOptions: { runes: true } }),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Backcast · 目标倒推',
        short_name: 'Backcast',
        description: 'From the goal back to today’s dials',
        display: 'standalone',
        start_url: '.',
        theme_color: '#f5f5f3',
        background_color: '#ffffff',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,csv}'],
        cleanupOutdatedCaches: true,
        // A page of text of its own, not the app.
        navigateFallbackDenylist: [/licences\.txt$/],
        // Holidays of other countries are large and few need them: kept once they were used.
        globIgnores: ['**/world-*.js'],
        runtimeCaching: [
          {
            urlPattern: /\/assets\/world-.*\.js$/,
            handler: 'CacheFirst',
            options: { cacheName: 'holidays', expiration: { maxEntries: 2 } },
          },
        ],
      },
    }),
  ],
  resolve: {
    // Its build for today's browsers: smaller, and a module.
    alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }],
  },
  define: { __APP_VERSION__: JSON.stringify(version) },
  // Licences stand once in licences.txt instead of hundreds of times in the code.
  worker: { format: 'es', rolldownOptions: { output: { comments: { legal: false } } } },
  build: {
    target: 'es2022',
    // Tells test/tools/size.mjs which files a screen needs.
    manifest: true,
    modulePreload: {
      polyfill: false,
      // The lists of what else a screen needs would weigh more than asking for it a moment later.
      resolveDependencies: (_, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((each) => each.endsWith('.css')),
    },
    rolldownOptions: {
      output: {
        comments: { legal: false },
        // What several screens share comes in one file instead of a dozen small ones.
        codeSplitting: {
          groups: [
            {
              name: (id, modules) => (isSeenFirst(id, modules) ? 'shared' : null),
              test: new RegExp(`${oneOf(GATHERED.shared)}|lucide`),
              minShareCount: 3,
              priority: 1,
            },
            {
              name: 'later',
              test: new RegExp(`${oneOf(GATHERED.shared)}|lucide`),
              minShareCount: 3,
            },
            {
              name: 'sheets',
              test: new RegExp(oneOf([...GATHERED.sheets, ...GATHERED.grid])),
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
