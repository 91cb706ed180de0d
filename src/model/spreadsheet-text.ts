/**
 * Text for other spreadsheet programs, which take what begins with one of these marks as a formula, full-width ones
 * among them. An apostrophe in front makes it text again; ours takes it off when the text comes back.
 * Source of the list: OWASP, CSV Injection.
 */
const MARKED = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?[\d.,]+%?$/;

/** The text as it may leave. Numbers, with a sign too, are no formulas and stay as they are. */
export const harmlessText = (text: string): string =>
  MARKED.test(text) && !NUMBER.test(text) ? `'${text}` : text;

/** What `harmlessText` was made from. */
export const meantText = (text: string): string =>
  text.startsWith("'") && MARKED.test(text) ? text.slice(1) : text;
