import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../src/files/import/apply.ts';
import { readerOf } from '../../../src/files/import/facts.ts';
import { createTableReader } from '../../../src/files/import/reader.ts';
import { readTable } from '../../../src/files/import/table.ts';
import { templateMeasures } from '../../../src/model/templates.ts';
import { draftOf, factsFor, freshPlan, gb18030, utf16, written } from './tables.ts';

const SMALL = '成员,月份,外呼,成交金额\n林晓,2026-05,100,2000\n陈思远,2026-05,120,0\n';
const SMALL_CELLS = [
  '林晓 2026-05 dials 100',
  '林晓 2026-05 revenue 2000',
  '陈思远 2026-05 dials 120',
  '陈思远 2026-05 revenue 0',
];

async function fromBytes(bytes: Uint8Array) {
  const reader = createTableReader();
  const info = await reader.open(new Blob([bytes as BlobPart]), {});
  if (!info.ok) return info.failure.code;
  return { encoding: info.value.encoding, cells: written(reader.draft({ facts: factsFor() })) };
}

describe('encodings', () => {
  const utf8 = new TextEncoder();
  it.each([
    ['UTF-8', utf8.encode(SMALL), 'utf-8'],
    ['UTF-8 with a mark', utf8.encode(`\ufeff${SMALL}`), 'utf-8'],
    ['GB18030', gb18030(SMALL), 'gb18030'],
    ['UTF-16 LE with a mark', utf16(SMALL, true, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(SMALL, false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(SMALL, true, false), 'utf-16le'],
  ])('%s is read', async (_, bytes, encoding) =>
    expect(await fromBytes(bytes)).toEqual({ encoding, cells: SMALL_CELLS }),
  );

  it('refuses a spreadsheet, noise and an empty file in words', async () => {
    expect(await fromBytes(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBe('fileNotText');
    expect(await fromBytes(new Uint8Array(4000))).toBe('fileNotText');
    expect(await fromBytes(new Uint8Array(0))).toBe('fileEmpty');
    expect(await fromBytes(utf8.encode(' \n\n'))).toBe('fileEmpty');
  });

  it('reads again with the encoding that a person chose', async () => {
    const reader = createTableReader();
    await reader.open(new Blob([gb18030(SMALL) as BlobPart]), { encoding: 'utf-8' });
    expect(reader.draft({ facts: factsFor() }).missing).toContain('measure');
    expect(reader.reopen({ encoding: 'gb18030' }).ok).toBe(true);
    expect(written(reader.draft({ facts: factsFor() }))).toEqual(SMALL_CELLS);
  });
});

describe('delimiters', () => {
  it.each([
    ['tab', SMALL.replaceAll(',', '\t')],
    ['semicolon', SMALL.replaceAll(',', ';')],
    ['Windows line ends', SMALL.replaceAll('\n', '\r\n')],
    ['old Mac line ends', SMALL.replaceAll('\n', '\r')],
    ['a declared one', `sep=;\n${SMALL.replaceAll(',', ';')}`],
  ])('%s', (_, text) => expect(written(draftOf(text))).toEqual(SMALL_CELLS));

  it('reads decimal commas between semicolons', () => {
    const draft = draftOf('Rep;Month;Dials;Revenue\nAnna;05/2026;1.200;1.234,50\nBert;06/2026;1.100;3,5\n');
    expect(written(draft)).toContain('Anna 2026-05 revenue 1234.5');
    expect(written(draft)).toContain('Bert 2026-06 revenue 3.5');
  });

  it('keeps line numbers behind a cell of several lines', () => {
    const table = readTable('a,b\n"x\ny",1\nz,2\n');
    expect([...table.lines]).toEqual([1, 2, 4]);
  });
});

describe('layouts', () => {
  it('reads months across the columns as one measure', () => {
    const draft = draftOf(
      '2026年各月外呼量\n姓名\t1月\t2月\t3月\n林晓\t100\t-\t120\n陈思远\t90\t80\t0\n合计\t190\t80\t120\n',
    );
    expect(draft).toMatchObject({
      layout: 'wide',
      wideMeasure: 'dials',
      counts: { good: 2, total: 1, title: 1 },
    });
    expect(written(draft)).toEqual([
      '林晓 2026-01 dials 100',
      '林晓 2026-02 dials blank',
      '林晓 2026-03 dials 120',
      '陈思远 2026-01 dials 90',
      '陈思远 2026-02 dials 80',
      '陈思远 2026-03 dials 0',
    ]);
  });

  it('takes money for the measure of a wide table that names none, in the unit of its title', () => {
    const draft = draftOf('单位：万元\n姓名,2026-01,2026-02,合计\n林晓,3.5,-1,2.5\n');
    expect(draft.wideMeasure).toBe('revenue');
    expect(written(draft)).toEqual(['林晓 2026-01 revenue 35000', '林晓 2026-02 revenue -10000']);
  });

  it('keeps daily rows as days and decides the order of day and month by the column', () => {
    const draft = draftOf(
      'date,rep,dials\n3/11/2026,Ann,10\n25/11/2026,Ann,\n26/11/2026,Ann,5\n1/12/2026,Ann,1\n',
    );
    expect(draft.daily).toBe(true);
    expect(written(draft)).toEqual([
      'Ann 2026-11-03 dials 10',
      'Ann 2026-11-25 dials blank',
      'Ann 2026-11-26 dials 5',
      'Ann 2026-12-01 dials 1',
    ]);
  });

  it('puts daily rows into the planning months of the cut-off day', () => {
    const plan = freshPlan(['settings/plan', { name: '', cutoffDay: 25 }]);
    const draft = draftOf('date,rep,dials\n2026-11-25,Ann,10\n2026-11-26,Ann,5\n', { facts: factsFor(plan) });
    expect(written(draft)).toEqual(['Ann 2026-11-25 dials 10', 'Ann 2026-11-26 dials 5']);
    expect(draft.months).toEqual(['2026-11', '2026-12']);
  });

  it('takes a single pasted day for a day', () => {
    expect(draftOf('日期,姓名,外呼\n2026-11-19,林晓,96\n2026-11-19,陈思远,80\n').daily).toBe(true);
  });

  it('needs no name column for one rep', () => {
    const draft = draftOf('月份,外呼,接通\n2026-05,100,30\n2026-06,110,35\n', { ownName: '我' });
    expect(draft).toMatchObject({ ownNumbers: true, missing: [] });
    expect(written(draft)).toContain('我 2026-06 connects 35');
  });

  it('reads a pasted block without headers as guesses in the order of the chain', () => {
    const draft = draftOf('林晓\t2026-05\t1782\t509\t131\n陈思远\t2026-05\t1688\t512\t140\n');
    expect(draft.headerRow).toBe(-1);
    expect(draft.columns.map(({ target }) => target)).toEqual([
      'rep',
      'month',
      'dials',
      'connects',
      'conversations',
    ]);
    expect(draft.columns.slice(2).every(({ score }) => score < 0.9)).toBe(true);
    expect(draft.counts.good).toBe(2);
  });

  it('joins a column of years with a column of months', () => {
    expect(written(draftOf('年份,月份,姓名,外呼\n2025,12月,林晓,5\n2026,1,林晓,6\n'))).toEqual([
      '林晓 2025-12 dials 5',
      '林晓 2026-01 dials 6',
    ]);
  });

  it('puts new reps into the teams that the file names', () => {
    const draft = draftOf(
      '小组,姓名,月份,外呼\n一组,林晓,2026-05,1\n二组,陈思远,2026-05,2\n一组,赵凯,2026-05,3\n',
    );
    const { changes } = applyImport(draft, { remember: false, rootName: '公司' }, freshPlan());
    const kinds = changes.flatMap((c) =>
      'create' in c && c.create.startsWith('unit/')
        ? [JSON.stringify([c.values['kind'], c.values['name']])]
        : [],
    );
    expect(kinds).toEqual([
      '["company","公司"]',
      '["team","一组"]',
      '["rep","林晓"]',
      '["team","二组"]',
      '["rep","陈思远"]',
      '["rep","赵凯"]',
    ]);
  });
});

describe('what is no part of the chain', () => {
  it('goes into the history where a count would follow money, and leaves the chain whole', () => {
    const text = '姓名,月份,外呼,意向客户,储备金额,成交单数,成交金额\n林晓,2026-05,100,5,25000,2,9000\n';
    const draft = draftOf(text);
    expect(draft.chain.map(({ key, step }) => [key, step])).toEqual([
      ['dials', null],
      ['intents', 'share'],
      ['pipeline', 'value'],
      ['revenue', 'yield'],
    ]);
    expect(written(draft)).toContain('林晓 2026-05 wins 2');
    // Without a pipeline the wins lead to the revenue.
    const without = draftOf('姓名,月份,外呼,意向客户,成交单数,成交金额\n林晓,2026-05,100,5,2,9000\n');
    expect(without.chain.map(({ key }) => key)).toEqual(['dials', 'intents', 'wins', 'revenue']);
  });

  it('keeps a new pipeline out of a chain that counts its wins', () => {
    const plan = readerOf(templateMeasures('visits'));
    const text = '姓名,月份,拜访,成交单数,储备金额,成交金额\n林晓,2026-05,100,5,25000,9000\n';
    const draft = draftOf(text, { facts: factsFor(plan) });
    expect(draft.chain.map(({ key }) => key)).not.toContain('pipeline');
    expect(draft.chain.slice(1).every(({ step }) => step !== null)).toBe(true);
    expect(draft.measureKeys).toContain('pipeline');
  });

  it('names an employee number as what people do not go by', () => {
    const { columns } = draftOf('工号,姓名,月份,外呼\n1024,林晓,2026-05,100\n');
    expect(columns[0]).toMatchObject({ target: 'ignore', reason: 'staffNumber' });
    const english = draftOf('Employee ID,Name,Month,Dials\n1024,Ann,2026-05,100\n');
    expect(english.columns[0]).toMatchObject({ target: 'ignore', reason: 'staffNumber' });
  });

  it.each([
    '坐席,呼叫时间,客户号码,通话时长(秒)\n林晓,2026-05-03 10:02:11,138,65\n林晓,2026-05-03 10:05:40,139,0\n',
    'Agent,Date,Number,Duration\nAnn,2026-05-03 10:02,138,65\nAnn,2026-05-03 10:05,139,0\n',
  ])('tells a log of calls from a table without a measure: %j', (text) => {
    expect(draftOf(text).missing).toContain('calls');
    expect(draftOf('姓名,月份,备注\n林晓,2026-05,好\n').missing).toEqual(['measure']);
  });
});

describe('the chain of the file', () => {
  it('makes intents to revenue one value step where there is no pipeline', () => {
    const { chain } = draftOf('姓名,月份,外呼,接通,意向客户,业绩\n林晓,2026-05,100,30,5,9000\n');
    expect(chain.map(({ key, step, assumed }) => [key, step, assumed])).toEqual([
      ['dials', null, null],
      ['connects', 'share', 0.3],
      ['intents', 'share', 0.05],
      ['revenue', 'value', 100_000],
    ]);
  });

  it('keeps the way to the revenue where the file ends before it', () => {
    const { chain } = draftOf('姓名,月份,外呼,接通\n林晓,2026-05,100,30\n');
    expect(chain.map(({ key }) => key)).toEqual([
      'dials',
      'connects',
      'conversations',
      'intents',
      'pipeline',
      'revenue',
    ]);
  });

  it('makes a column that nobody knows a measure of its own where its column stands', () => {
    const text = '姓名,月份,外呼,加微信,意向客户,业绩\n林晓,2026-05,100,30,5,9000\n';
    expect(draftOf(text).columns[3]).toMatchObject({ target: 'ignore', reason: 'unknown', numeric: true });
    const { chain } = draftOf(text, { targets: { 3: 'own-x' } });
    expect(chain.map(({ key, name, order }) => [key, name, order])).toEqual([
      ['dials', null, 10],
      ['own-x', '加微信', 25],
      ['intents', null, 40],
      ['revenue', null, 60],
    ]);
  });

  it('names ratio columns and leaves them out', () => {
    const { columns } = draftOf(
      '姓名,月份,外呼,接通,接通率,ARPU,成交转化\n林晓,2026-05,100,30,30%,5000,0.1\n',
    );
    expect(columns.slice(4).map(({ target, reason }) => [target, reason])).toEqual([
      ['ignore', 'ratio'],
      ['ignore', 'ratio'],
      ['ignore', 'ratio'],
    ]);
  });
});

describe('rows that are refused', () => {
  const row = (cells: string) => draftOf(`姓名,月份,外呼,成交金额\n林晓,2026-01,1,1\n${cells}\n`);
  it.each([
    [',2026-05,100,2000', 'nameMissing'],
    ['林晓,,100,2000', 'monthMissing'],
    ['林晓,2026-13,100,2000', 'noSuchMonth'],
    ['林晓,2026-05,-3,2000', 'negativeCount'],
    ['林晓,2026-05,1e9999,2000', 'numberTooLarge'],
    ['林晓,2026-05,abc,2000', 'notANumber'],
    ['林晓,2026-05,12%,2000', 'percentInCount'],
    ['林晓,2026-05,=1/0,2000', 'divideByZero'],
  ])('%s: %s', (cells, code) => {
    const draft = row(cells);
    expect(draft.problems.map(({ failure, line, level }) => [level, line, failure.code])).toEqual([
      ['error', 3, code],
    ]);
    expect(draft.counts).toMatchObject({ good: 1, bad: 1 });
  });

  it('takes negative money as a refund', () => {
    expect(written(row('林晓,2026-05,3,-2000'))).toContain('林晓 2026-05 revenue -2000');
  });

  it('holds dangerous names like any other', () => {
    const draft = draftOf(
      '姓名,月份,__proto__,外呼\n__proto__,2026-05,1,3\n<img src=x onerror=alert(1)>,2026-05,1,4\n',
    );
    const { changes } = applyImport(draft, { remember: true, rootName: 'x' }, freshPlan());
    expect(draft.counts.good).toBe(2);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(changes.filter((c) => 'create' in c && c.create.startsWith('history/'))).toHaveLength(2);
  });
});
