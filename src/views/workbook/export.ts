import { fileName } from '../../files/plan-file/codec.ts';
import { writeWorkbook } from '../../files/workbook/client.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import type { BackcastMode } from '../../model/planning.ts';
import type { Month } from '../../model/time.ts';
import { contextOf } from '../sheet/sheet.svelte.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import type { PlanSession } from '../../state/contract.ts';
import type { ScenarioSession } from '../../state/scenario-session.ts';
import { unitTree } from '../shell/units.ts';
import type { OpenWhatIf } from './beside.ts';
import { bookOf, type BookAnswers } from './book.ts';

export interface MadeWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The Backcast that is on the desk, its scope, month and mode, as an Excel file. */
export async function makeWorkbook(
  session: PlanSession,
  desk: Desk,
  whatIf: ScenarioSession | null,
): Promise<MadeWorkbook> {
  const { month, mode } = desk;
  const plan = await answersTo(session, month, mode);
  const context = { ...contextOf(session, desk), month, mode };
  const answers = { ...plan, whatIf: whatIf && (await openWhatIf(whatIf, desk, { month, mode, plan })) };
  const levels = new Map(
    [session, ...(whatIf ? [whatIf] : [])].flatMap((shown) =>
      unitTree(shown.ofKind('unit')).map(({ key, level }) => [key, level] as const),
    ),
  );
  const bytes = await writeWorkbook(bookOf(context, levels, answers));
  return { name: fileName(t().workbook.fileName(context.settings.name, month), '.xlsx'), bytes };
}

type PlanAnswers = Omit<BookAnswers, 'whatIf'>;

/** The same questions, asked of the what-if. */
async function openWhatIf(
  whatIf: ScenarioSession,
  desk: Desk,
  { month, mode, plan }: { month: Month; mode: BackcastMode; plan: PlanAnswers },
): Promise<OpenWhatIf> {
  const context = { ...contextOf(whatIf, desk), month, mode };
  const supposed = await answersTo(whatIf, month, mode);
  return { name: whatIf.scenario.name, context, supposed, plan };
}

/** An edit while the planner answers makes the answers old: it is asked again. */
async function answersTo(session: PlanSession, month: Month, mode: BackcastMode): Promise<PlanAnswers> {
  for (;;) {
    const [backcast, formulas, ratios, odds] = await Promise.all([
      session.read({ kind: 'backcast', month, mode }),
      session.read({ kind: 'formulas', month, mode }),
      session.read({ kind: 'ratios', month }),
      session.read({ kind: 'odds', month }),
    ]);
    if (backcast && formulas && ratios && odds) return { backcast, formulas, ratios, odds };
  }
}
