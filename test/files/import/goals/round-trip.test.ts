import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../src/files/workbook/read.ts';
import { readTable, tableOf, writeRows, type Table } from '../../../../src/files/import/table.ts';
import { csvRows, type SheetTable } from '../../../../src/files/workbook/sheet-table.ts';
import { writeTable } from '../../../../src/files/workbook/write.ts';
import { setLanguage } from '../../../../src/i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../../../src/model/diff.ts';
import { recordId } from '../../../../src/model/ids.ts';
import { goals } from '../../../../src/sheets/definitions/goals.ts';
import { GOALS_DESK } from '../../../../src/state/goals-desk.ts';
import { goalsContext, goalsTable } from '../../../../src/views/share/ways/goals-table.ts';
import { settings, unit } from '../../../planner/plan.ts';
import { hasLibreOffice, NO_LIBREOFFICE, recalculated } from '../../../tools/libreoffice.ts';
import { goalOf, GoalImport, segment, team } from './files.ts';

const ABOUT = { note: 'Plan · November 2026' };
const lock: RecordEntry = [
  recordId.lock({ unit: 'a', span: { from: '2026-12', to: '2026-12' }, segment: '新客' }),
  { amount: 4_000, owner: '主管', reason: '合同已签' },
];
const cube = (...more: RecordEntry[]): RecordEntry[] =>
  team(
    ...[
      segment('新客', null, 0),
      segment('老客', null, 1),
      segment('续费', '老客', 0),
      segment('增购', '老客', 1),
    ],
    ...[
      goalOf('a', '2026-12', 40, '新客'),
      goalOf('a', '2026-12', 25, '续费'),
      goalOf('b', '2026-11', 0, '老客'),
    ],
    ...[goalOf('a', '2026-10', 33.33), lock, ...more],
  );

function exported(plan: GoalImport, view: 'year' | 'quarter' = 'quarter'): SheetTable {
  const { desk } = plan;
  const context = goalsContext({ ...desk.context, goals: { ...GOALS_DESK, view, checks: false } });
  const answers = goals.queries(context).map((query) => desk.planner.read(query));
  return goalsTable(goals.build(context, answers, []), context, ABOUT);
}
const asCsv = (table: SheetTable): Table => readTable(writeRows(csvRows(table)));
async function asXlsx(bytes: Uint8Array): Promise<Table> {
  const [sheet] = (await readWorkbook(bytes)) ?? [];
  return tableOf(sheet?.rows ?? []);
}

function expectNothingNew(plan: GoalImport, table: Table): void {
  const draft = plan.draft(table);
  expect({ isGoals: draft.isGoals, missing: draft.missing, problems: draft.problems }).toEqual({
    ...{ isGoals: true, missing: [], problems: [] },
  });
  expect(draft.cells.length).toBeGreaterThan(0);
  const settled = plan.settle(draft);
  expect(settled).toMatchObject({ fresh: 0, changed: [], differences: [], nobody: [], edits: [] });
}

describe.each(['zh-CN', 'en'] as const)('the Goals sheet as a file, in %s', (language) => {
  beforeAll(() => setLanguage(language));

  it('says in each row whose goal it is and of what segment, and what is locked by whom and why', () => {
    const [titles = [], ...rows] = csvRows(exported(new GoalImport(cube())));
    expect(titles.slice(3)).toEqual(
      language === 'en'
        ? ['Q4 2026', '2026-10', '2026-11', '2026-12', 'Locked']
        : ['2026 第 4 季度', '2026-10', '2026-11', '2026-12', '已锁定'],
    );
    const held = rows.filter((row) => row.at(-1) !== '');
    expect(held).toHaveLength(1);
    expect(held[0]).toMatchObject([
      '甲',
      '一组',
      '新客',
      '40',
      '',
      '',
      '40',
      expect.stringContaining('合同已签'),
    ]);
    expect(rows.filter(([name]) => name === '甲').map((row) => [row[2], row[6]])).toEqual([
      ...[
        ['', '165'],
        ['新客', '40'],
        ['老客', '25'],
        ['老客 / 续费', '25'],
        ['老客 / 增购', ''],
      ],
      [language === 'en' ? 'Not split' : '未细分', '100'],
    ]);
  });

  it.each(['quarter', 'year'] as const)('read in again changes nothing: %s', async (view) => {
    const plan = new GoalImport(
      cube(settings({ firstMonth: 1 }), unit('d', 'rep', 't2', { name: '甲', order: 9 })),
    );
    const table = exported(plan, view);
    expectNothingNew(plan, asCsv(table));
    expectNothingNew(plan, await asXlsx(await writeTable(table)));
  });

  it('reads in again where the year begins in April, and somebody has moved', () => {
    const moved: RecordEntry = [recordId.place('c', '2026-12'), { parent: 't1' }];
    const plan = new GoalImport(cube(settings({ firstMonth: 4 }), moved));
    expectNothingNew(plan, asCsv(exported(plan, 'year')));
  });
});

describe('a file of goals', () => {
  beforeAll(() => setLanguage('en'));
  const amounts = fc.array(fc.option(fc.integer({ min: 0, max: 500_000 }), { nil: null }), {
    minLength: 6,
    maxLength: 6,
  });
  const REPS = ['a', 'b', 'c'];
  const MONTHS = ['2026-11', '2026-12'];

  it('that was exported changes nothing, whatever the goals', () => {
    fc.assert(
      fc.property(amounts, amounts, (whole, parts) => {
        const records = [
          ...cube().filter(([id]) => !id.startsWith('goal/') && !id.startsWith('lock/')),
          ...REPS.flatMap((rep, at) =>
            MONTHS.flatMap((month, of) => {
              const [all, part] = [whole[at * 2 + of], parts[at * 2 + of]];
              return [
                ...(all == null ? [] : [goalOf(rep, month, all / 100)]),
                ...(part == null ? [] : [goalOf(rep, month, part / 100, '续费')]),
              ];
            }),
          ),
        ];
        const plan = new GoalImport(records);
        const draft = plan.draft(asCsv(exported(plan)));
        expect(plan.settle(draft)).toMatchObject({ fresh: 0, changed: [], differences: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('puts its numbers where they are, zeros too, and leaves what is blank in it', () => {
    fc.assert(
      fc.property(amounts, (given) => {
        const plan = new GoalImport(team());
        const rows = REPS.map((_rep, at) => [
          ['甲', '乙', '丙'][at]!,
          ...MONTHS.map((_, of) => (given[at * 2 + of] == null ? '' : String(given[at * 2 + of]! / 100))),
        ]);
        plan.take(plan.draft(readTable(writeRows([['姓名', ...MONTHS], ...rows]))));
        const after = REPS.flatMap((rep) => MONTHS.map((month) => plan.goal(rep, month)));
        expect(after).toEqual(given.map((amount) => (amount === null ? 100 : amount / 100)));
      }),
      { numRuns: 60 },
    );
  });
});

if (!hasLibreOffice()) console.warn(NO_LIBREOFFICE);

describe.skipIf(!hasLibreOffice())('the Goals sheet that went through LibreOffice', () => {
  it('changes nothing', async () => {
    await setLanguage('en');
    const plan = new GoalImport(cube());
    const table = exported(plan, 'year');
    const csv = new TextEncoder().encode(writeRows(csvRows(table)));
    const [fromXlsx] = recalculated([await writeTable(table)]);
    const [fromCsv] = recalculated([csv], 'csv');
    expectNothingNew(plan, await asXlsx(fromXlsx!));
    expectNothingNew(plan, await asXlsx(fromCsv!));
  }, 120_000);
});
