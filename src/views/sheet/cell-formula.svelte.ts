import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import type { WhyQuery } from '../../model/planning.ts';
import { settingsOf } from '../shell/settings-of.ts';
import { formulaOf, formulaTokens, type WrittenFormula } from '../../sheets/reason.ts';
import type { CellReason } from '../../sheets/sheet.ts';
import { planWords } from '../../sheets/words.ts';
import type { PlanSession } from '../../state/contract.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import { Live } from '../phone/answers.svelte.ts';
import { follow } from '../shell/follow.ts';

const NOBODY = '';

/** The formula of the selected cell, in words and in values; a derived cell's comes with its number from the planner. */
export class CellFormula {
  readonly #live: Live<WhyQuery>;
  readonly #formula = $derived.by(() => {
    const reason = this.reason();
    if (reason?.formula || !reason?.why || reason.input !== '') return reason?.formula ?? null;
    const { answer } = this.#live;
    return answer?.unit === reason.why.unit ? formulaOf(answer, reason.why.measure) : null;
  });
  /** null: the cell has none. */
  readonly written: WrittenFormula | null = $derived.by(() => {
    follow(this.session.revision);
    if (!this.#formula) return null;
    const settings = settingsOf(this.session);
    const words = planWords(this.session.ofKind('measure'));
    return formulaTokens(this.#formula, currentLanguage(), settings, words);
  });

  constructor(
    private readonly session: PlanSession,
    desk: Desk,
    private readonly reason: () => CellReason | null,
  ) {
    this.#live = new Live(session, () => ({
      kind: 'why',
      unit: reason()?.why?.unit ?? NOBODY,
      month: reason()?.why?.month ?? desk.month,
      mode: desk.mode,
    }));
  }
}
