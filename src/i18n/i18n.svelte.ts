import type { Messages } from './zh-CN/index.ts';

export type Language = 'zh-CN' | 'en';
const load: Record<Language, () => Promise<{ messages: Messages }>> = {
  'zh-CN': () => import('./zh-CN/index.ts'),
  en: () => import('./en/index.ts'),
};

let language = $state<Language>('zh-CN');
let messages = $state.raw<Messages | null>(null);

/** The language in use; reactive. */
export const currentLanguage = (): Language => language;

/** The messages of the language in use; reactive. Only after `setLanguage` resolved once. */
export function t(): Messages {
  if (!messages) throw new Error('messages are read before a language was loaded');
  return messages;
}

export async function setLanguage(next: Language): Promise<void> {
  messages = (await load[next]()).messages;
  language = next;
  if (typeof document !== 'undefined') document.documentElement.lang = next;
}

export const preferredLanguage = (languages: readonly string[]): Language => {
  const first = languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return first === undefined || /^zh/i.test(first) ? (first ? 'zh-CN' : 'en') : 'en';
};
