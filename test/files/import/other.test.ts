import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../src/files/import/apply.ts';
import { recordId } from '../../../src/model/ids.ts';
import { draftOf, factsFor, freshPlan, written } from './tables.ts';

const CHOICES = { remember: false, rootName: '公司' };
const lines = (...rows: string[]) => rows.join('\n');

describe('columns of other revenue', () => {
  const draft = draftOf(
    lines(
      '姓名,月份,外呼,接通,成交金额,复购金额,转介绍成交(万),自然进线成交',
      '林晓,2026-09,1800,540,90000,12000,1.5,',
      '林晓,2026-10,1900,560,95000,0,,8000',
    ),
  );

  it('are known by their headers, in money, and stay out of the chain', () => {
    expect(draft.columns.map(({ target }) => target).slice(4)).toEqual([
      ...['revenue', 'repeatRevenue', 'referralRevenue', 'inboundRevenue'],
    ]);
    expect(draft.chain.map(({ key }) => key)).toEqual(['dials', 'connects', 'revenue']);
    expect(draft.others).toEqual(['repeatRevenue', 'referralRevenue', 'inboundRevenue']);
    expect(written(draft).filter((cell) => /repeat|referral|inbound/.test(cell))).toEqual([
      ...['林晓 2026-09 repeatRevenue 12000', '林晓 2026-09 referralRevenue 15000'],
      ...['林晓 2026-09 inboundRevenue blank', '林晓 2026-10 repeatRevenue 0'],
      ...['林晓 2026-10 referralRevenue blank', '林晓 2026-10 inboundRevenue 8000'],
    ]);
  });

  it('make the plan keep their kinds, once', () => {
    const creates = (plan = freshPlan()) =>
      applyImport(draft, CHOICES, plan).changes.flatMap((change) =>
        'create' in change && change.create.startsWith('other/') ? [[change.create, change.values]] : [],
      );
    expect(creates()).toEqual([
      ['other/repeatRevenue', { order: 10 }],
      ['other/referralRevenue', { order: 30 }],
      ['other/inboundRevenue', { order: 20 }],
    ]);
    const keeping = freshPlan([recordId.other('repeatRevenue'), { order: 10 }]);
    expect(creates(keeping).map(([id]) => id)).toEqual(['other/referralRevenue', 'other/inboundRevenue']);
  });

  it.each([
    ['续费金额', 'repeatRevenue'],
    ['老客成交', 'repeatRevenue'],
    ['Repeat revenue', 'repeatRevenue'],
    ['转介绍成交', 'referralRevenue'],
    ['Referral revenue', 'referralRevenue'],
    ['自然进线成交', 'inboundRevenue'],
    ['Inbound revenue', 'inboundRevenue'],
  ])('%s is sure', (header, target) => {
    const [, , column] = draftOf(lines(`姓名,月份,${header}`, '林晓,2026-09,100')).columns;
    expect(column?.target).toBe(target);
    expect(column?.score).toBeGreaterThanOrEqual(0.9);
  });

  it('that may count customers want a look', () => {
    const [, , column] = draftOf(lines('姓名,月份,续费', '林晓,2026-09,100')).columns;
    expect(column).toMatchObject({ target: 'repeatRevenue', reason: 'guess' });
  });

  it('may be of a table with months across, and leave a chain with history as it is', () => {
    const wide = draftOf(lines('复购金额,,', '姓名,2026-09,2026-10', '林晓,12000,9000'), {
      facts: { ...factsFor(), hasHistory: true },
    });
    expect(wide.measureKeys).toEqual(['repeatRevenue']);
    expect(wide.chain.map(({ key }) => key)).toEqual(factsFor().measures.map(({ key }) => key));
  });
});

describe('columns of figures that are followed', () => {
  const draft = draftOf(
    lines(
      '姓名,月份,外呼,意向客户,储备金额,成交金额,成交单数,新客户数,毛利(万)',
      '林晓,2026-10,1900,30,400000,95000,12,9,3.8',
    ),
  );

  it('are known by their headers, counts and money, and stay out of a chain where they would break it', () => {
    expect(draft.columns.map(({ target }) => target).slice(6)).toEqual(['wins', 'newCustomers', 'margin']);
    expect(draft.chain.map(({ key }) => key)).toEqual(['dials', 'intents', 'pipeline', 'revenue']);
    expect(written(draft).slice(4)).toEqual([
      ...['林晓 2026-10 wins 12', '林晓 2026-10 newCustomers 9', '林晓 2026-10 margin 38000'],
    ]);
  });

  it('make the plan follow them', () => {
    const created = applyImport(draft, CHOICES, freshPlan()).changes.flatMap((change) =>
      'create' in change && change.create.startsWith('other/') ? [change.create] : [],
    );
    expect(created).toEqual(['other/wins', 'other/newCustomers', 'other/margin']);
  });

  it('leave deals won to the chain where they are a step of it', () => {
    const chained = draftOf(
      lines('姓名,月份,外呼,意向客户,成交单数,成交金额', '林晓,2026-10,1900,30,12,95000'),
    );
    expect(chained.chain.map(({ key }) => key)).toContain('wins');
    expect(chained.others).toEqual([]);
  });

  it.each([
    ['毛利额', 'margin'],
    ['Gross margin', 'margin'],
    ['Gross profit', 'margin'],
    ['新客数', 'newCustomers'],
    ['New customers', 'newCustomers'],
  ])('%s is sure', (header, target) => {
    const [, , column] = draftOf(lines(`姓名,月份,${header}`, '林晓,2026-09,100')).columns;
    expect(column?.target).toBe(target);
    expect(column?.score).toBeGreaterThanOrEqual(0.9);
  });

  it.each([['毛利率'], ['Gross margin %']])('%s is a ratio, and not the money', (header) => {
    const [, , column] = draftOf(lines(`姓名,月份,${header}`, '林晓,2026-09,40')).columns;
    expect(column?.target).not.toBe('margin');
  });
});
