import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptFile, encryptFile } from '../../../src/files/slice/age.ts';
import { isAge } from '../../../src/files/slice/magic.ts';

/** Made by the age tool 1.1.1 (`age -p`), of the text in it. */
const frozen = new Uint8Array(readFileSync('test/fixtures/frozen.age'));
const armored = new Uint8Array(readFileSync('test/fixtures/frozen-armored.age'));
const PASSPHRASE = 'mako-tiru-veba-soli-nuda';
const TEXT = 'Backcast: opened from a file that the age tool made\n';
/** Little work: what is tested is not how long guessing takes. */
const LIGHT = 2;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (value: string): Uint8Array => new TextEncoder().encode(value);
const codeOf = async (bytes: Uint8Array, passphrase = PASSPHRASE): Promise<string | null> => {
  const read = await decryptFile(bytes, passphrase);
  return read.ok ? null : read.failure.code;
};
/** The same file with another head line. */
const withHead = (line: string): Uint8Array => {
  const [magic, , ...rest] = text(frozen.subarray(0, 150)).split('\n');
  return bytesOf([magic, line, ...rest].join('\n'));
};

describe('a file under a passphrase', () => {
  it.each([
    ['plain', frozen],
    ['armored', armored],
  ])(
    'made by the age tool is opened, %s',
    async (_, file) => {
      expect(isAge(file)).toBe(true);
      const read = await decryptFile(file, PASSPHRASE);
      expect(read.ok && text(read.value)).toBe(TEXT);
    },
    30_000,
  );

  it('comes back as it was, of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200_000 }),
        fc.string({ minLength: 1 }),
        async (bytes, word) => {
          const read = await decryptFile(await encryptFile(bytes, word, LIGHT), word);
          expect(read).toEqual({ ok: true, value: bytes });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('asks for 2^16 rounds unless told otherwise', async () => {
    expect(text((await encryptFile(bytesOf(TEXT), PASSPHRASE)).subarray(0, 80))).toMatch(
      /-> scrypt \S+ 16\n/,
    );
  });

  it('says that the passphrase is wrong', async () => {
    expect(await codeOf(await encryptFile(bytesOf(TEXT), PASSPHRASE, LIGHT), 'another')).toBe(
      'agePassphrase',
    );
  });

  it('is refused when it was cut short or altered anywhere, and never opens as something else', async () => {
    const file = await encryptFile(bytesOf(TEXT.repeat(2000)), PASSPHRASE, LIGHT);
    const isRefusal = (code: string | null) =>
      expect(code).toMatch(/^age(Damaged|Passphrase|ForKey|TooMuchWork)$/);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const altered = file.slice();
        altered[at]! ^= mask;
        // Another work factor of the same file is another key, and may be slow: it is tested by itself.
        fc.pre(!/-> scrypt \S+ ([3-9]|1\d)\n/.test(text(altered.subarray(0, 100))));
        isRefusal(await codeOf(altered));
        isRefusal(await codeOf(file.subarray(0, at)));
      }),
      { numRuns: 100 },
    );
  });

  it.each(['19', '20', '30', '99', '999999'])(
    'that asks for 2^%s rounds is refused before any',
    async (logN) => {
      expect(await codeOf(withHead(`-> scrypt AAAAAAAAAAAAAAAAAAAAAA ${logN}`))).toBe('ageTooMuchWork');
    },
  );

  it('for a key says so; what is no head at all is damaged', async () => {
    expect(await codeOf(withHead('-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'))).toBe('ageForKey');
    expect(await codeOf(bytesOf('age-encryption.org/v1\n'))).toBe('ageDamaged');
    expect(await codeOf(withHead('-> scrypt AAAAAAAAAAAAAAAAAAAAAA 0'))).toBe('ageDamaged');
  });
});
