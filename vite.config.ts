import { svelte } from '@sveltejs/vite-plugin-svelte';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type Plugin } from 'vite';
import { version } from './package.json' with { type: 'json' };

/** The development server injects styles into the page; the built app does not and is held to its files. */
const looserStylesInDevelopment: Plugin = {
  name: 'looser-styles-in-development',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
};

export default defineConfig({
  base: './',
  plugins: [
    looserStylesInDevelopment,
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
  define: { __APP_VERSION__: JSON.stringify(version) },
  worker: { format: 'es' },
  build: { target: 'es2022' },
});
