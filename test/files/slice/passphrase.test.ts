import { describe, expect, it } from 'vitest';
import { newPassphrase, strengthOf } from '../../../src/files/slice/passphrase.ts';

describe('a passphrase', () => {
  it('that is made is five sayable words, never the same', () => {
    const made = Array.from({ length: 200 }, newPassphrase);
    for (const words of made) expect(words).toMatch(/^([b-z][aeiou]){2}(-([b-z][aeiou]){2}){4}$/);
    expect(new Set(made).size).toBe(200);
    for (const words of made.slice(0, 20)) expect(strengthOf(words)).toBe('strong');
  });

  it.each(['123456', 'password', 'aaaaaaaaaaaaaaaa', '1234567890', 'abcdefghijkl', '2026'])(
    'as easily guessed as %s is called weak',
    (word) => expect(strengthOf(word)).toBe('weak'),
  );

  it('of many different letters is not', () => {
    expect(strengthOf('correct horse battery')).toBe('strong');
    expect(strengthOf('Tr0ub4dor&3')).not.toBe('weak');
  });
});
