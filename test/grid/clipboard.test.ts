import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftText, plainText } from '../../src/grid/clipboard/cell-text.ts';
import { writeHtml } from '../../src/grid/clipboard/html.ts';
import { readBlock } from '../../src/grid/clipboard/pasted-block.ts';
import { planPaste } from '../../src/grid/clipboard/paste.ts';
import { spread } from '../../src/grid/clipboard/html-table.ts';
import { parseTsv, writeTsv } from '../../src/grid/clipboard/tsv.ts';
import { areSameCells } from '../../src/grid/clipboard/same-cells.ts';
import { Range } from '../../src/grid/selection/range.ts';
import { after, sheet, table } from './picture.ts';

describe('text on the clipboard', () => {
  it('reads what Excel writes: CRLF, one line end after the last row, quotes around line breaks', () => {
    expect(parseTsv('a\tb\r\n"x\ny"\t"say ""hi"""\r\n')).toEqual([
      ['a', 'b'],
      ['x\ny', 'say "hi"'],
    ]);
  });
  it('keeps blank rows and cells inside the block, and blank last cells', () => {
    expect(parseTsv('1\t\n\n\t4\n')).toEqual([['1', ''], [''], ['', '4']]);
  });
  it('takes a quote that is not closed as text', () => {
    expect(parseTsv('5" pipe\t"open\n1\t2')).toEqual([
      ['5" pipe', '"open'],
      ['1', '2'],
    ]);
  });
  it('reads back any block that it wrote', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '三', ',') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        fc.pre(rows.at(-1)?.join('') !== '');
        expect(parseTsv(writeTsv(rows))).toEqual(rows);
      }),
    );
  });
  it('takes the apostrophe off that keeps text from being a formula elsewhere', () => {
    expect(readBlock("'=1+1\t'-x\t't Hof\t''=2\t-5", '')).toEqual([['=1+1', '-x', "'t Hof", "'=2", '-5']]);
  });
  it('reads a big quoted block without slowing down', () => {
    const line = Array.from({ length: 10 }, (_, i) => `"${i}""x"`).join('\t');
    const rows = parseTsv(Array.from({ length: 5000 }, () => line).join('\r\n'));
    expect(rows).toHaveLength(5000);
    expect(rows[4999]?.[9]).toBe('9"x');
  });
});

describe('a copied cell', () => {
  const ratio = { text: '20.3%', value: 0.2034, input: true };
  it('goes out as a bare number', () => {
    expect(plainText({ text: '1,234,567', value: 1234567, input: true })).toBe('1234567');
    expect(plainText({ text: '0.3', value: 0.1 + 0.2, input: true })).toBe('0.3');
    expect(plainText({ text: '0.0000001', value: 1e-7, input: true })).toBe('0.0000001');
    expect(plainText(ratio)).toBe('0.2034');
  });
  it('goes to our own sheets as typed', () => {
    expect(draftText(ratio, 'ratio')).toBe('20.34%');
    expect(draftText({ ...ratio, draft: '20.3%' }, 'ratio')).toBe('20.3%');
  });
  it('cannot carry markup into another program', () => {
    const cell = { text: '<b>', value: '<b>"&', input: true };
    expect(writeHtml([[{ cell, type: 'text', plain: '<b>"&' }]])).toContain('<td>&lt;b&gt;&quot;&amp;</td>');
  });
});

describe('a table with merged cells', () => {
  const one = (text: string) => ({ text, rows: 1, columns: 1 });
  it('keeps each text at the top left and pushes what follows aside', () => {
    expect(
      spread([
        [{ text: 'team', rows: 2, columns: 1 }, { text: 'Q4', rows: 1, columns: 2 }, one('sum')],
        [one('Oct'), one('Nov'), one('')],
        [one('Lin'), one('1'), one('2'), one('3')],
      ]),
    ).toEqual([
      ['team', 'Q4', '', 'sum'],
      ['', 'Oct', 'Nov', ''],
      ['Lin', '1', '2', '3'],
    ]);
  });
  it('is made even where rows are short, and cut off where a cell claims to be endless', () => {
    expect(spread([[one('a'), one('b')], [one('c')]])).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    const endless = spread([
      [
        { text: 'x', rows: 65_534, columns: 1000 },
        { text: 'y', rows: 1, columns: 1000 },
      ],
    ]);
    expect(endless).toHaveLength(1);
    expect(endless[0]?.length).toBe(1024);
  });
});

describe('a paste', () => {
  const model = sheet(`
    name|a|b|c
    x   |1|=|.
    y   |2|=|.
    z   |3|=|.`);
  const paste = (block: string, range: Range) => {
    const plan = planPaste(model, table(block), range);
    return { drawn: after(model, plan.edits), plan };
  };

  it('puts one cell into the whole range and leaves computed cells alone', () => {
    const { drawn, plan } = paste('9', new Range(0, 1, 1, 3));
    expect(drawn).toEqual(
      table(`
        x|9|.|9
        y|9|.|9
        z|3|.|.`),
    );
    expect(plan.left).toBe(2);
  });
  it('puts a block at the corner of the range', () => {
    const { drawn, plan } = paste('7\n8', new Range(1, 1, 1, 1));
    expect(drawn.map((row) => row[1])).toEqual(['1', '7', '8']);
    expect(plan.range).toEqual(new Range(1, 1, 2, 1));
  });
  it('repeats a block over a range that is a multiple of it', () => {
    expect(paste('7|8\n9|6'.replace('|', '|'), new Range(0, 0, 2, 0)).plan.edits).toHaveLength(4);
    expect(paste('7', new Range(0, 1, 2, 1)).drawn.map((row) => row[1])).toEqual(['7', '7', '7']);
  });
  it('counts what falls past the edge of a sheet without an adder row', () => {
    const { plan } = paste('1|2\n1|2', new Range(2, 3, 2, 3));
    expect(plan.edits).toEqual([{ row: 2, column: 3, text: '1' }]);
    expect(plan.left).toBe(3);
  });
  it('makes new rows below the adder row', () => {
    const growing = sheet(`
      name|a
      x|1
      +|.`);
    const plan = planPaste(growing, table('林晓|5\n陈思远|6\n王雨桐|7'), new Range(1, 0, 1, 0));
    expect(plan.edits.map(({ row, text }) => [row, text])).toEqual([
      [1, '林晓'],
      [1, '5'],
      [2, '陈思远'],
      [2, '6'],
      [3, '王雨桐'],
      [3, '7'],
    ]);
  });
});

describe('cells that were cut', () => {
  const before = sheet(`
    name|goal|won
    ann|1|2
    ben|3|4
    cat|5|6`);
  const cut = new Range(1, 1, 1, 2);

  it('are the same while their rows, columns and month are', () => {
    const edited = sheet(`
    name|goal|won
    ann|9|9
    ben|3|4`);
    expect(areSameCells(before, edited, cut)).toBe(true);
  });

  it.each([
    ['another row stands there', sheet('name|goal|won\nben|3|4\ncat|5|6'), {}],
    ['another column stands there', sheet('name|won|goal\nann|1|2\nben|3|4'), {}],
    ['their row is folded away', sheet('name|goal|won\nann|1|2'), {}],
    ['another month is shown', before, { period: '2026-12' }],
    ['another sheet is shown', before, { id: 'other' }],
  ])('are others once %s', (_, now, more) => {
    expect(areSameCells({ ...before, period: '2026-11' }, { period: '2026-11', ...now, ...more }, cut)).toBe(
      false,
    );
  });
});
