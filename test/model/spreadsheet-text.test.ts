import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmlessText, meantText } from '../../src/model/spreadsheet-text.ts';

const risky = fc.stringMatching(/^'{0,3}[=+\-@\t\r\n＝＋－＠]?[\w'=+.,%-]{0,6}$/);

describe('text for other spreadsheet programs', () => {
  test('what begins like a formula is text there', () => {
    for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\r=1', '＝1+1', "'=1"])
      expect(harmlessText(text)).toBe(`'${text}`);
  });

  test('a number stays a number, with its sign', () => {
    for (const text of ['-5', '+3.5', '-1,200', '-12%', '96']) expect(harmlessText(text)).toBe(text);
  });

  test('every text comes back unchanged, and none that leaves can be calculated', () => {
    fc.assert(
      fc.property(fc.oneof(risky, fc.string()), (text) => {
        const out = harmlessText(text);
        expect(meantText(out)).toBe(text);
        expect(/^[=@\t\r\n＝＋－＠]/.test(out)).toBe(false);
      }),
    );
  });

  test('an apostrophe that guards nothing is kept', () => {
    expect(meantText("'t Hof")).toBe("'t Hof");
    expect(harmlessText("'t Hof")).toBe("'t Hof");
  });
});
