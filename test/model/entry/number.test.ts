import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDecimalMark, parseNumber, readNumber } from '../../../src/model/entry/number.ts';
import { readNumerals } from '../../../src/model/entry/numerals.ts';

const value = (text: string, decimal?: ',' | '.') => {
  const result = parseNumber(text, decimal ? { decimal } : {});
  return result.ok ? result.value : result.failure.code;
};

describe('numbers as people write them', () => {
  it.each([
    ['1782', 1782],
    ['1,234', 1234],
    ['1,234,567.8', 1234567.8],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ["1'234.5", 1234.5],
    ['1 234', 1234],
    ['3,5', 3.5],
    ['0,125', 'notANumber'],
    ['3.5万', 35000],
    ['3.3万', 33000],
    ['3万', 30000],
    ['12.84萬', 128400],
    ['1.2k', 1200],
    ['1.2K', 1200],
    ['3w', 30000],
    ['2亿', 2e8],
    ['2百万', 2e6],
    ['12%', 0.12],
    ['１２％', 0.12],
    ['¥29,650', 29650],
    ['￥29,650.50元', 29650.5],
    ['$1,200', 1200],
    ['-¥300', -300],
    ['¥-300', -300],
    ['１８６５', 1865],
    ['１，８６５', 1865],
    ['1.2E+05', 120000],
    ['(1,234)', -1234],
    ['（300）', -300],
    ['−300', -300],
    ['+5', 5],
    ['986次', 986],
    ['.5', 0.5],
    ['0', 0],
  ])('%s is %s', (text, expected) => expect(value(text)).toBe(expected));

  it.each(['', '  ', '-', '—', '——', '–', '空', 'N/A', 'null', '\u00a0'])('"%s" is blank, not zero', (text) =>
    expect(value(text)).toBeNull(),
  );

  it.each([
    ['1e9999', 'numberTooLarge'],
    ['9999999999999999', 'numberTooLarge'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['12abc', 'notANumber'],
    ['12 34', 'notANumber'],
    ['1,2345', 'notANumber'],
    ['1,23,456', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['--5', 'notANumber'],
    ['-¥-5', 'notANumber'],
    ['一千八', 'notANumber'],
    ['0x10', 'notANumber'],
    ['3万5', 'notANumber'],
  ])('%s is refused as %s', (text, code) => expect(value(text)).toBe(code));

  it('lets the column settle a lone mark', () => {
    expect(value('1.234', ',')).toBe(1234);
    expect(value('1.234')).toBe(1.234);
    expect(value('1,234', ',')).toBe(1.234);
    expect(value('3,5', '.')).toBe('notANumber');
  });

  it('finds the decimal mark of a column', () => {
    expect(guessDecimalMark(['1.234,5', '12,50', '7'])).toBe(',');
    expect(guessDecimalMark(['1,234.5', '12.50'])).toBe('.');
    expect(guessDecimalMark(['1,234', '7'])).toBeUndefined();
  });

  it('knows a number that names its own magnitude', () => {
    expect(readNumber('12.84万')).toEqual({
      ok: true,
      value: { value: 128400, scaled: true, percent: false },
    });
    expect(readNumber('13.07')).toEqual({ ok: true, value: { value: 13.07, scaled: false, percent: false } });
  });
});

describe('typed arithmetic', () => {
  it.each([
    ['=3*1200', 3600],
    ['=3万*2', 60000],
    ['=(1+2)*-4', -12],
    ['=1,200/3', 400],
    ['= 10 - 4 - 3', 3],
    ['=20%*500', 100],
    ['＝３×４', 12],
  ])('%s is %s', (text, expected) => expect(value(text)).toBe(expected));
  it.each([
    ['=1/0', 'divideByZero'],
    ['=', 'badFormula'],
    ['=alert(1)', 'badFormula'],
    ['=2*', 'badFormula'],
    ['=(1', 'badFormula'],
    ['=1 2', 'badFormula'],
    [`=${'('.repeat(5000)}`, 'badFormula'],
    ['=999999999*999999999', 'numberTooLarge'],
  ])('%s is refused as %s', (text, code) => expect(value(text)).toBe(code));
});

it('reads back every number that it is given in grouped form', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
      expect(value(number.toLocaleString('en'))).toBe(number);
    }),
  );
});

it('never throws and never returns what is not a finite number', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-+%eE万k()=*/ ¥')), maxLength: 14 }),
      (text) => {
        const result = parseNumber(text);
        expect(!result.ok || result.value === null || Number.isFinite(result.value)).toBe(true);
      },
    ),
  );
});

it('suggests a number for Chinese numerals', () => {
  expect(readNumerals('一千八')).toBe(1800);
  expect(readNumerals('二百三十')).toBe(230);
  expect(readNumerals('一千零八')).toBe(1008);
  expect(readNumerals('三万五')).toBe(35000);
  expect(readNumerals('十二')).toBe(12);
  expect(readNumerals('林晓')).toBeNull();
});
