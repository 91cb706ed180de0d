import { fileName } from '../../../files/plan-file/codec.ts';
import type { SheetTable } from '../../../files/workbook/sheet-table.ts';
import { currentLanguage, t } from '../../../i18n/i18n.svelte.ts';
import { formatMonth } from '../../../i18n/numbers.ts';
import type { PlanSession } from '../../../state/contract.ts';
import type { Desk, SheetId } from '../../../state/desk.svelte.ts';
import { downloadFile } from '../../../ui/download.ts';
import { showToast } from '../../../ui/toasts.svelte.ts';
import { contextOf } from '../../sheet/sheet.svelte.ts';
import { planName } from '../../shell/plan-menu.ts';
import type { Workspace } from '../../shell/workspace.svelte.ts';
import { sheetTable } from './sheet-table.ts';
import { wholeBuilt, wholeSheet } from './whole-sheet.ts';

const CSV = 'text/csv;charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function tableOf(session: PlanSession, desk: Desk, id: SheetId, note: string): Promise<SheetTable> {
  if (id !== 'goals') return sheetTable(await wholeSheet(session, desk, id), { note });
  const { goalsContext, goalsTable } = await import('./goals-table.ts');
  const context = goalsContext(contextOf(session, desk));
  return goalsTable(await wholeBuilt(session, context, id), context, { note });
}

/** A sheet of the desk, whole, as a file that other programs read. */
export async function saveSheet(
  work: Workspace,
  session: PlanSession,
  id: SheetId,
  as: 'csv' | 'xlsx',
): Promise<void> {
  const plan = planName(work);
  const month = formatMonth(work.desk.month, currentLanguage());
  const table = await tableOf(session, work.desk, id, `${plan} · ${month}`);
  const name = fileName(`${plan} ${table.title} ${work.desk.month}`, `.${as}`);
  if (as === 'csv') {
    const [{ csvRows }, { writeRows }] = await Promise.all([
      import('../../../files/workbook/sheet-table.ts'),
      import('../../../files/import/table.ts'),
    ]);
    downloadFile(name, new TextEncoder().encode(writeRows(csvRows(table))), CSV);
  } else {
    const { writeTableBook } = await import('../../../files/workbook/client.ts');
    downloadFile(name, await writeTableBook(table), XLSX);
  }
  showToast({ text: t().app.exported(name) });
}
