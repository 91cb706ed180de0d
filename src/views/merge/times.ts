import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import type { MergeAuthor } from '../../model/merging.ts';

/** A moment by this device's clock; the year only where it is another one. */
export function momentText(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(currentLanguage(), {
    ...(!sameYear && { year: 'numeric' }),
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** Who somebody is: the name that they gave, else whose file it came with. */
export function authorText(author: MergeAuthor | undefined): string {
  const words = t().merge.who;
  if (author?.name) return author.name;
  return author?.file ? words.fromFile(author.file.replace(/\.backcast$/i, '')) : words.nobody;
}
