import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBook } from '../../../src/files/workbook/write.ts';
import { setLanguage } from '../../../src/i18n/i18n.svelte.ts';
import { recordId } from '../../../src/model/ids.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { company, goal, override, settings, unit } from '../../planner/plan.ts';
import { hasLibreOffice, NO_LIBREOFFICE, recalculated } from '../../tools/libreoffice.ts';
import { bookFrom, withMeasures, type Asked } from './books.ts';
import { differences } from './compare.ts';

const MONTH = '2026-11';
const team = company({ reps: 12, teams: 3, months: 8, last: '2026-10', goals: 2 });
const withSettings = (values: Parameters<typeof settings>[0]): RecordEntry[] => [...team, settings(values)];
const LAGS = { pipeline: { lagMedian: 4, lag90: 9 }, revenue: { lagMedian: 6, lag90: 15 } };
const LONG = { revenue: { lagMedian: 30, lag90: 60 } };

/** Everything that can go wrong in a row: no goal, no ratio, no days, nobody there, a goal that is passed. */
const troubled: RecordEntry[] = [
  ...team,
  settings({ pipelineKind: 'stock' }),
  goal('r0000', MONTH, 0),
  goal('r0001', MONTH, 100),
  [recordId.history('r0001', MONTH), { revenue: 5_000_000 }],
  goal('r0002', MONTH, 1e14),
  goal('r0009', MONTH, -100_000),
  override('r0003', 'intents', '2026-09', { ratio: 0, reason: '=1+1', setOn: '2026-09-02' }),
  unit('r0004', 'rep', 't1', { order: 4, end: '2026-10-15', name: '+gone' }),
  unit('r0005', 'rep', 't2', { order: 5, leave: [{ from: '2026-11-01', to: '2026-11-30' }] }),
  unit('new', 'rep', 't2', { order: 6, name: '=HYPERLINK("x")', start: '2026-11-10' }),
  unit('alone', 'rep', null, { name: '@alone' }),
  goal('alone', MONTH, 3_000_000),
  unit('empty', 'team', 'all', { name: '-empty' }),
  [recordId.inHand('r0006', MONTH), { amount: 400_050 }],
  [recordId.inHand('r0007', MONTH), { amount: 1e12 }],
];

/** A rep with money beside the chain, one with more than the goal, one without a record. */
const beside = (records: readonly RecordEntry[]): RecordEntry[] => [
  ...records,
  [recordId.other('repeatRevenue'), { order: 10 }],
  [recordId.history('r0002', '2026-06'), { repeatRevenue: 333_333 }],
  [recordId.history('r0002', MONTH), { repeatRevenue: 50_050 }],
  [recordId.history('r0008', MONTH), { repeatRevenue: 9e9 }],
];

const plans: readonly (readonly [string, readonly RecordEntry[], Asked?])[] = [
  ['a whole month', team],
  ['what is to go', team, { mode: 'toGo' }],
  ['one team', team, { scope: 't1', mode: 'toGo' }],
  ['a stock of pipeline', withSettings({ pipelineKind: 'stock' })],
  ['rows with every trouble', troubled],
  ['rows with every trouble, to go', troubled, { mode: 'toGo' }],
  ['rows with every trouble, after the month', troubled, { mode: 'toGo', asOf: '2026-12-04' }],
  ['lags', withMeasures(team, LAGS), { mode: 'toGo' }],
  ['lags at the end of the month', withMeasures(troubled, LAGS), { mode: 'toGo', asOf: '2026-11-30' }],
  ['long lags', withMeasures(team, LONG)],
  ['four in five each', withSettings({ confidence: 0.8 })],
  [
    'an open what-if',
    team,
    { supposed: [...team, goal('r0001', MONTH, 9_000_000), unit('r0002', 'team', 'all')] },
  ],
  ['even odds together', withSettings({ confidence: 0.5, confidenceOf: 'company' }), { mode: 'toGo' }],
  ['other revenue', beside(team)],
  ['other revenue, to go', beside(troubled), { mode: 'toGo' }],
  ['other revenue beside lags', beside(withMeasures(team, LAGS)), { mode: 'toGo' }],
  ['a cut chain', withMeasures(team, { intents: { step: null } })],
  ['nobody', [settings(), unit('all', 'company', null)]],
];

if (!hasLibreOffice()) console.warn(NO_LIBREOFFICE);

describe.skipIf(!hasLibreOffice())('a workbook that LibreOffice calculates itself', () => {
  const written: Uint8Array[] = [];
  let calculated: Uint8Array[] = [];

  beforeAll(async () => {
    await setLanguage('en');
    for (const [, records, asked] of plans) written.push(await writeBook(await bookFrom(records, asked)));
    calculated = recalculated(written);
  }, 180_000);

  it('is calculated anew and not read from what the file says', async () => {
    const cells = new Map([['0,0', { type: 'formula', formula: '1+1', formulaResult: 5 } as const]]);
    const planted = await writeXlsx({ sheets: [{ name: 'Sheet', cells }] });
    const { differing } = await differences(planted, recalculated([planted])[0]!);
    expect(differing).toEqual([{ at: 'Sheet 1:1', written: 5, calculated: 2 }]);
  }, 60_000);

  it.each(plans.map(([name], at) => [name, at] as const))('comes to the same numbers: %s', async (_, at) => {
    const { cells, differing } = await differences(written[at]!, calculated[at]!);
    expect(differing).toEqual([]);
    expect(cells).toBeGreaterThan(20);
  });
});
