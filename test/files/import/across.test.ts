import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../src/files/import/apply.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { draftOf, factsFor, freshPlan, written } from './tables.ts';

const CHOICES = { remember: true, rootName: '公司' };
const lines = (...rows: string[]) => rows.join('\n');

/** The plan after an import: what it remembers, and its people. */
function planAfter(text: string, request: Parameters<typeof draftOf>[1] = {}) {
  const { changes } = applyImport(draftOf(text, request), CHOICES, freshPlan());
  return freshPlan(
    ...changes.flatMap((change): RecordEntry[] =>
      'create' in change && /^(mapping|unit)/.test(change.create) ? [[change.create, change.values]] : [],
    ),
  );
}

describe('two header rows', () => {
  const TWO = lines(
    '2026年电销汇总,,,,,,,,',
    '姓名,2026年10月,,,2026年11月,,,合计,',
    ',外呼,接通,商机,外呼,接通,商机,外呼,接通',
    '林晓,100,30,5,110,33,6,210,63',
    '陈思远,90,20,4,80,82,3,170,102',
    '合计,190,50,9,190,115,9,380,165',
  );
  const draft = draftOf(TWO);

  it('of months over measures are read together', () => {
    expect(draft).toMatchObject({ headerRow: 2, headerRows: [1, 2], layout: 'wide', wideMeasure: null });
    expect(
      draft.columns.slice(0, 4).map(({ header, above, target, month }) => [header, above, target, month]),
    ).toEqual([
      ['姓名', '', 'rep', null],
      ['外呼', '2026年10月', 'dials', '2026-10'],
      ['接通', '2026年10月', 'connects', '2026-10'],
      ['商机', '2026年10月', 'intents', '2026-10'],
    ]);
    expect(draft.counts).toMatchObject({ title: 1, header: 2, good: 2, total: 1, bad: 0 });
    expect(written(draft)).toEqual([
      '林晓 2026-10 dials 100',
      '林晓 2026-10 connects 30',
      '林晓 2026-10 intents 5',
      '林晓 2026-11 dials 110',
      '林晓 2026-11 connects 33',
      '林晓 2026-11 intents 6',
      '陈思远 2026-10 dials 90',
      '陈思远 2026-10 connects 20',
      '陈思远 2026-10 intents 4',
      '陈思远 2026-11 dials 80',
      '陈思远 2026-11 connects 82',
      '陈思远 2026-11 intents 3',
    ]);
  });

  it('leave a total over measures out, and say so', () => {
    expect(draft.columns.slice(7).map(({ target, reason }) => [target, reason])).toEqual([
      ['ignore', 'total'],
      ['ignore', 'total'],
    ]);
  });

  it('warn of connects above the dials of the same month', () => {
    expect(draft.problems).toEqual([
      expect.objectContaining({
        level: 'warning',
        line: 5,
        header: '2026年11月 接通',
        rep: '陈思远',
        written: '82',
      }),
    ]);
  });

  it('of measures over months are read too', () => {
    const text = lines('姓名,外呼,,接通,', ',9月,10月,9月,10月', '林晓,100,90,30,20');
    expect(written(draftOf(text))).toEqual([
      '林晓 2026-09 dials 100',
      '林晓 2026-09 connects 30',
      '林晓 2026-10 dials 90',
      '林晓 2026-10 connects 20',
    ]);
  });

  it('of years over months tell the years apart', () => {
    const text = lines('姓名,2025年,,2026年,', ',11月,12月,1月,2月', '林晓,1,2,3,4');
    const draft = draftOf(text, { wideMeasure: 'dials' });
    expect(draft.months).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it('of groups over measures keep the names that stand in the upper row', () => {
    const text = lines('姓名,月份,过程,,结果', ',,外呼,接通,业绩', '林晓,2026-05,100,30,900');
    expect(draftOf(text).columns.map(({ target }) => target)).toEqual([
      'rep',
      'month',
      'dials',
      'connects',
      'revenue',
    ]);
  });

  it('are not seen in a first row of data with blanks', () => {
    const text = lines('姓名,月份,外呼,接通', '林晓,2026-05,,', '林晓,2026-06,3,1');
    expect(draftOf(text)).toMatchObject({ headerRows: [0], counts: { good: 2 } });
  });

  it('ask nothing the next time, whatever the months', () => {
    const plan = planAfter(TWO, { targets: { 3: 'wins', 6: 'wins' } });
    const next = TWO.replaceAll('2026年10月', '2026年12月').replaceAll('2026年11月', '2027年1月');
    const again = draftOf(next, { facts: factsFor(plan) });
    expect(again.columns[3]).toMatchObject({ target: 'wins', month: '2026-12', reason: 'remembered' });
    expect(again.columns[6]).toMatchObject({ target: 'wins', month: '2027-01', reason: 'remembered' });
    expect(again.columns[7]).toMatchObject({ target: 'ignore', reason: 'total' });
  });
});

describe('a column of measures', () => {
  const TEXT = lines(
    '姓名,指标,1月,2月,3月,合计',
    '林晓,外呼,100,90,-,190',
    '林晓,接通,30,20,10,60',
    '林晓,接通率,30%,22%,,26%',
    '林晓,业绩(万),1.5,2,,3.5',
    '林晓,加微信,5,5,5,15',
    '陈思远,外呼,80,70,60,210',
    '陈思远,接通,90,20,10,120',
  );

  it('says row by row what the months are of, with its units', () => {
    const draft = draftOf(TEXT);
    expect(draft).toMatchObject({
      layout: 'wide',
      wideMeasure: null,
      measureKeys: ['dials', 'connects', 'revenue'],
    });
    expect(written(draft).filter((cell) => cell.startsWith('林晓'))).toEqual([
      '林晓 2026-01 dials 100',
      '林晓 2026-01 connects 30',
      '林晓 2026-01 revenue 15000',
      '林晓 2026-02 dials 90',
      '林晓 2026-02 connects 20',
      '林晓 2026-02 revenue 20000',
      '林晓 2026-03 dials blank',
      '林晓 2026-03 connects 10',
      '林晓 2026-03 revenue blank',
    ]);
  });

  it('names ratios and what nobody knows, and leaves them out', () => {
    const draft = draftOf(TEXT);
    expect(draft.rowMeasures.map(({ text, rows, target, reason }) => [text, rows, target, reason])).toEqual([
      ['外呼', 2, 'dials', 'same'],
      ['接通', 2, 'connects', 'same'],
      ['接通率', 1, 'ignore', 'ratio'],
      ['业绩(万)', 1, 'revenue', 'synonym'],
      ['加微信', 1, 'ignore', 'unknown'],
    ]);
    expect(draft.counts).toMatchObject({ good: 5, unused: 2, bad: 0 });
  });

  it('warns of connects above dials that stand in different rows', () => {
    expect(
      draftOf(TEXT).problems.map(({ level, rep, written: text, failure }) => [
        level,
        rep,
        text,
        failure.code,
      ]),
    ).toEqual([['warning', '陈思远', '90', 'exceeds']]);
  });

  it('is known without its header, and what was chosen for its texts is remembered', () => {
    const odd = TEXT.replace('指标', '口径');
    const plan = planAfter(odd, { rowMeasures: { 加微信: 'leads' } });
    const again = draftOf(odd.replace('1月', '4月'), { facts: factsFor(plan) });
    expect(again.columns[1]).toMatchObject({ target: 'measure', reason: 'remembered' });
    expect(again.rowMeasures[4]).toMatchObject({ text: '加微信', target: 'leads', reason: 'remembered' });
  });
});

describe('months across of one measure', () => {
  const TEXT = lines('姓名,1月,2月,3月,合计,平均', '林晓,3,4,5,12,4');

  it('leave out the columns of totals and averages to their right', () => {
    expect(
      draftOf(TEXT)
        .columns.slice(4)
        .map(({ reason }) => reason),
    ).toEqual(['total', 'total']);
  });

  it('remember what they are of', () => {
    const plan = planAfter(TEXT, { wideMeasure: 'dials' });
    expect(draftOf(TEXT.replace('3月', '4月'), { facts: factsFor(plan) }).wideMeasure).toBe('dials');
  });
});

describe('a table of one month', () => {
  it('takes the month from its title', () => {
    const draft = draftOf('2026年10月电销报表,,\n姓名,外呼,接通\n林晓,100,30\n');
    expect(draft.missing).toEqual([]);
    expect(written(draft)).toEqual(['林晓 2026-10 dials 100', '林晓 2026-10 connects 30']);
  });

  it.each([
    ['the day of an export', '导出于 2026年10月8日'],
    ['a span', '2026年1月 至 2026年10月'],
  ])('does not take %s for it', (_, title) => {
    expect(draftOf(`${title},,\n姓名,外呼,接通\n林晓,100,30\n`).missing).toEqual(['month']);
  });

  it('a title does not overrule a column of months', () => {
    const draft = draftOf('2026年10月,,,\n姓名,月份,外呼,接通\n林晓,2026-09,100,30\n');
    expect(draft.months).toEqual(['2026-09']);
  });
});
