import { fileName } from '../../../files/plan-file/codec.ts';
import { t } from '../../../i18n/i18n.svelte.ts';
import { currentLanguage } from '../../../i18n/i18n.svelte.ts';
import { formatMonth } from '../../../i18n/numbers.ts';
import type { PlanSession } from '../../../state/contract.ts';
import type { SheetId } from '../../../state/desk.svelte.ts';
import { downloadFile } from '../../../ui/download.ts';
import { showToast } from '../../../ui/toasts.svelte.ts';
import { planName } from '../../shell/plan-menu.ts';
import type { Workspace } from '../../shell/workspace.svelte.ts';
import { sheetTable } from './sheet-table.ts';
import { wholeSheet } from './whole-sheet.ts';

const CSV = 'text/csv;charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet of the desk, whole, as a file that other programs read. */
export async function saveSheet(
  work: Workspace,
  session: PlanSession,
  id: SheetId,
  as: 'csv' | 'xlsx',
): Promise<void> {
  const model = await wholeSheet(session, work.desk, id);
  const plan = planName(work);
  const month = formatMonth(work.desk.month, currentLanguage());
  const table = sheetTable(model, { note: `${plan} · ${month}` });
  const name = fileName(`${plan} ${model.label} ${work.desk.month}`, `.${as}`);
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
