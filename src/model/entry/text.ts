/** ASCII and Chinese characters without outer blanks: most of what is written, and plain already. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff](?:[\x20-\x7e\u4e00-\u9fff]*[\x21-\x7e\u4e00-\u9fff])?$/;

/**
 * What people write, in one spelling: full-width forms become plain ones (NFKC), true and typographic minus signs
 * become `-`; invisible characters, which cells bring along when they are copied, and outer blanks go.
 */
export const plainText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\u2212\u2013\u2014\u2015\u2010\u2011]/g, '-')
        .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
        .trim();

const BLANKS = new Set(['', '-', '--', '---', '空', '无', '/', 'n/a', 'na', '#n/a', 'null', 'none', 'nil']);

/** Words and marks that mean "no entry": blank is not zero. Takes plain text. */
export const meansBlank = (plain: string): boolean => BLANKS.has(plain.toLowerCase());
