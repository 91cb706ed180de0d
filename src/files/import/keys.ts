import { plainText } from '../../model/entry/text.ts';
import type { Month } from '../../model/time.ts';
import { isMonthHeader } from './header.ts';
import { headerWord } from './words.ts';

/** 53 bits of a text (cyrb53, public domain), base 36: ids must not carry names of people. */
export function hashKey(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 2_654_435_761);
    high = Math.imul(high ^ code, 1_597_334_677);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & high) + (low >>> 0)).toString(36);
}

/** Spellings of one name: full-width forms, blanks inside and capitals make no other person. */
export const nameKey = (name: string): string => plainText(name).toLowerCase().replace(/\s+/g, '');

/** A name as it is shown: one blank where several were, none between Chinese characters. */
export const tidyName = (name: string): string =>
  plainText(name)
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

export const aliasKey = (name: string): string => hashKey(nameKey(name));

/** Files with the same headers, in any order and of whatever months across, share what was remembered. */
export function layoutKey(
  columns: readonly { readonly header: string; readonly month: Month | null }[],
): string {
  const isMonth = ({ header, month }: { header: string; month: Month | null }) =>
    month !== null && isMonthHeader(header);
  const words = columns.filter((column) => !isMonth(column)).map(({ header }) => headerWord(header));
  const across = columns.some(isMonth) ? ['months'] : [];
  return hashKey([...new Set([...words.filter(Boolean), ...across])].sort().join('|'));
}

/** In what is remembered of a layout: the measure of its months across. */
export const WIDE_MARK = '*';
/** Before texts of a column of measures, which are no headers. */
export const ROW_MARK = '=';

/** The key of an own measure: two devices that import the same header meet in one measure. */
export const ownMeasureKey = (header: string): string => `own-${hashKey(headerWord(header))}`;
