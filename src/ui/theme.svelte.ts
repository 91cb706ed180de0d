import { readPreference, writePreference } from './preferences.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const isTheme = (text: string | null): text is Theme => THEMES.includes(text as Theme);
const stored = readPreference('theme');
let chosen = $state<Theme>(isTheme(stored) ? stored : 'system');
const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');

export const currentTheme = (): Theme => chosen;

function apply(onPaper = false): void {
  const dark = !onPaper && (chosen === 'dark' || (chosen === 'system' && systemIsDark().matches));
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export function setTheme(theme: Theme): void {
  chosen = theme;
  writePreference('theme', theme === 'system' ? null : theme);
  apply();
}

/** Follows the system while the choice is `system`. The first paint is coloured by public/before-paint.js. */
export function followSystemTheme(): void {
  systemIsDark().addEventListener('change', () => apply());
  // Paper is white.
  addEventListener('beforeprint', () => apply(true));
  addEventListener('afterprint', () => apply());
  apply();
}
