import { fileName } from '../../files/plan-file/codec.ts';
import { writeWorkbook } from '../../files/workbook/client.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import type { BackcastMode } from '../../model/planning.ts';
import type { Month } from '../../model/time.ts';
import { contextOf } from '../sheet/sheet.svelte.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import type { PlanSession } from '../../state/contract.ts';
import { unitTree } from '../shell/units.ts';
import { bookOf, type BookAnswers } from './book.ts';

export interface MadeWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The Backcast that is on the desk, its scope, month and mode, as an Excel file. */
export async function makeWorkbook(session: PlanSession, desk: Desk): Promise<MadeWorkbook> {
  const { month, mode } = desk;
  const answers = await answersTo(session, month, mode);
  const context = { ...contextOf(session, desk), month, mode };
  const levels = new Map(unitTree(session.ofKind('unit')).map(({ key, level }) => [key, level]));
  const bytes = await writeWorkbook(bookOf(context, levels, answers));
  return { name: fileName(t().workbook.fileName(context.settings.name, month), '.xlsx'), bytes };
}

/** An edit while the planner answers makes the answers old: it is asked again. */
async function answersTo(session: PlanSession, month: Month, mode: BackcastMode): Promise<BookAnswers> {
  for (;;) {
    const [backcast, formulas, ratios] = await Promise.all([
      session.read({ kind: 'backcast', month, mode }),
      session.read({ kind: 'formulas', month, mode }),
      session.read({ kind: 'ratios', month }),
    ]);
    if (backcast && formulas && ratios) return { backcast, formulas, ratios };
  }
}
