import { currentLanguage, setLanguage, t, type Language } from '../../i18n/i18n.svelte.ts';
import type { MenuItem } from '../../ui/menu.ts';
import { writePreference } from '../../ui/preferences.ts';
import { currentTheme, setTheme, THEMES } from '../../ui/theme.svelte.ts';

export const themeItems = (): MenuItem[] =>
  THEMES.map((theme) => ({
    label: t().app.theme[theme],
    checked: currentTheme() === theme,
    run: () => setTheme(theme),
  }));

export async function chooseLanguage(language: Language): Promise<void> {
  writePreference('language', language);
  await setLanguage(language);
}

export const languageItems = (): MenuItem[] =>
  (['zh-CN', 'en'] as const).map((language) => ({
    label: language === 'en' ? t().app.language.en : t().app.language.zh,
    checked: currentLanguage() === language,
    run: () => void chooseLanguage(language),
  }));
