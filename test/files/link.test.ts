import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, fileInLink, linkOf } from '../../src/files/slice/link.ts';

describe('a file in a link', () => {
  test('comes out as it went in, from a link and from a code', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }).filter(({ length }) => length > 0),
        (bytes) => {
          expect(fileInLink(linkOf(bytes))).toEqual(bytes);
          expect(fileInLink(codeOf(bytes))).toEqual(bytes);
          expect(fileInLink(codeOf(bytes).toLowerCase())).toEqual(bytes);
        },
      ),
    );
  });

  test('needs no letter that an address would have to escape, and a code only capitals and digits', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    expect(linkOf(bytes)).toMatch(/^#\/take\/1\.[A-Za-z0-9_-]+$/);
    expect(codeOf(bytes)).toMatch(/^#\/TAKE\/2\.[A-Z2-7]+$/);
  });

  test('what was cut or altered on its way is none', () => {
    for (const hash of ['', '#/plan/x/today', '#/take/1.!!', '#/take/9.AAAA', '#/take/2.0189', '#/take/'])
      expect(fileInLink(hash)).toBeNull();
  });
});
