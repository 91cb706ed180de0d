/** Syllables that sound alike in most languages: a passphrase is told over the telephone. */
const STARTS = 'bdfghklmnprstvwyz';
const VOWELS = 'aeiou';
const WORDS = 5;

/** Evenly one of `count`: numbers above the last whole multiple are drawn again. */
function drawn(count: number): number {
  const limit = 256 - (256 % count);
  for (;;) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0]!;
    if (byte < limit) return byte % count;
  }
}

const syllable = (): string => STARTS[drawn(STARTS.length)]! + VOWELS[drawn(VOWELS.length)]!;

/** Five words of two syllables, 64 bits: `mako-tiru-veba-soli-nuda`. */
export const newPassphrase = (): string =>
  Array.from({ length: WORDS }, () => syllable() + syllable()).join('-');

export type Strength = 'weak' | 'fair' | 'strong';

const KINDS: readonly [RegExp, number][] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/[^\p{L}\p{N}]/u, 20],
  [/[^\p{ASCII}]/u, 1000],
];

/** Repeats and runs (aaa, 1234, abcd) add nothing to what has to be guessed. */
function tellingLength(passphrase: string): number {
  const codes = Array.from(passphrase, (letter) => letter.codePointAt(0)!);
  const steps = codes.slice(1).map((code, at) => code - codes[at]!);
  const telling = steps.filter((step, at) => Math.abs(step) > 1 || (at > 0 && step !== steps[at - 1]));
  return Math.min(codes.length, telling.length + 1, new Set(codes).size * 2);
}

/** A rough idea of what guessing it would take: below 40 bits it falls to a patient machine. */
export function strengthOf(passphrase: string): Strength {
  const letters = KINDS.reduce((sum, [kind, size]) => (kind.test(passphrase) ? sum + size : sum), 0);
  const bits = tellingLength(passphrase) * Math.log2(Math.max(2, letters));
  return bits < 40 ? 'weak' : bits < 60 ? 'fair' : 'strong';
}
