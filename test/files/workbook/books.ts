import { createPlanner } from '../../../src/core/planner.ts';
import type { Book } from '../../../src/files/workbook/types.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import type { BackcastMode } from '../../../src/model/planning.ts';
import { keysOf, recordId, SETTINGS_ID } from '../../../src/model/ids.ts';
import { parseSettings, parseUnit } from '../../../src/model/records/read.ts';
import type { SheetContext } from '../../../src/sheets/definition.ts';
import { unitTree } from '../../../src/views/shell/units.ts';
import { bookOf } from '../../../src/views/workbook/book.ts';

export interface Asked {
  readonly month?: string;
  readonly mode?: BackcastMode;
  readonly scope?: string | null;
  readonly asOf?: string;
  /** The records as an open what-if would have them. */
  readonly supposed?: readonly RecordEntry[];
}

/** The workbook of a plan, as the app would make it. */
export async function bookFrom(records: readonly RecordEntry[], asked: Asked = {}): Promise<Book> {
  const plan = await answersOf(records, asked);
  const supposed = asked.supposed && (await answersOf(asked.supposed, asked));
  const levels = [...(supposed?.levels ?? []), ...plan.levels];
  return bookOf(plan.context, new Map(levels), {
    ...plan.answers,
    whatIf: supposed
      ? { name: 'More', context: supposed.context, supposed: supposed.answers, plan: plan.answers }
      : null,
  });
}

async function answersOf(records: readonly RecordEntry[], asked: Asked) {
  const { month = '2026-11', mode = 'goal', scope = null, asOf = '2026-11-20' } = asked;
  const planner = createPlanner();
  await planner.load(records, asOf);
  const values = new Map(records);
  const ofKind = (kind: string): RecordEntry[] => [...values].filter(([id]) => id.startsWith(`${kind}/`));
  const tree = unitTree(ofKind('unit'));
  const context: SheetContext = {
    get: (id) => values.get(id),
    ofKind,
    settings: parseSettings(values.get(SETTINGS_ID) ?? {}),
    units: tree.map(({ key }) => parseUnit(key, values.get(recordId.unit(key)) ?? {})),
    language: 'en',
    folded: new Set(),
    ...{ asOf, month, mode, scope },
  };
  const answers = {
    backcast: planner.read({ kind: 'backcast', month, mode }),
    formulas: planner.read({ kind: 'formulas', month, mode }),
    ratios: planner.read({ kind: 'ratios', month }),
    odds: planner.read({ kind: 'odds', month }),
  };
  return { context, answers, levels: tree.map(({ key, level }) => [key, level] as const) };
}

/** With other values of some measures: lags, kinds of steps. */
export const withMeasures = (
  records: readonly RecordEntry[],
  change: Readonly<Record<string, object>>,
): RecordEntry[] =>
  records.map(([id, values]) => {
    const [key = ''] = keysOf(id);
    return id.startsWith('measure/') ? [id, { ...values, ...change[key] }] : [id, values];
  });
