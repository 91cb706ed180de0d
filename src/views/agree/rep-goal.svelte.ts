import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import { agreementOf, newStep, stepsOf, type Agreement } from '../../model/proposals.ts';
import type { Proposal } from '../../model/records/goals.ts';
import type { Month } from '../../model/time.ts';
import { columnTypes } from '../../sheets/columns/index.ts';
import type { PlanSession } from '../../state/contract.ts';
import { plainMoney } from '../shell/figures.ts';
import { follow } from '../shell/follow.ts';
import { Late } from '../shell/late.svelte.ts';
import { Live } from '../phone/answers.svelte.ts';

type Said = Pick<Proposal, 'step'> &
  Partial<Pick<Proposal, 'amount' | 'reason' | 'assigned' | 'by' | 'notedBy'>>;

/** One rep's goal of a month, and what was said of it. */
export class RepGoal {
  readonly steps: readonly Proposal[] = $derived.by(() => {
    follow(this.session.revision);
    return stepsOf(this.session.ofKind('proposal'), this.rep(), this.month());
  });
  /** Minor units; null = none. */
  readonly assigned: number | null = $derived.by(() => {
    const answer = this.agreed.answer;
    const amount = answer?.of[0]?.assigned[answer.units.indexOf(this.rep())] ?? NaN;
    return Number.isNaN(amount) ? null : amount;
  });
  readonly agreement: Agreement = $derived.by(() => agreementOf(this.steps, this.assigned));
  /** The answers are here. */
  readonly isKnown: boolean = $derived.by(() => this.agreed.answer !== null);
  /** What the record supports: the median, to three digits; NaN = not known. */
  readonly supported: number = $derived.by(() => {
    const answer = this.stretch.answer;
    const median = answer?.median[answer.units.indexOf(this.rep())] ?? NaN;
    return Number(median.toPrecision(3));
  });
  private readonly agreed: Live<{ kind: 'agreement'; span: { from: Month; to: Month }; changes: [] }>;
  private readonly stretch: Late<{ kind: 'stretch'; span: { from: Month; to: Month }; changes: [] }>;

  constructor(
    readonly session: PlanSession,
    readonly rep: () => string,
    readonly month: () => Month,
    /** Who speaks. */
    private readonly by: () => string,
  ) {
    const span = () => ({ from: month(), to: month() });
    this.agreed = new Live(session, () => ({ kind: 'agreement', span: span(), changes: [] }));
    this.stretch = new Late(
      () => session,
      () => ({ kind: 'stretch', span: span(), changes: [] }),
    );
  }

  creation({ amount = null, reason = '', assigned = this.assigned, by = this.by(), ...said }: Said) {
    const talk = { rep: this.rep(), month: this.month(), steps: this.steps };
    return newStep(talk, { ...said, amount, assigned, by, reason: reason.trim(), at: Date.now() });
  }

  say(said: Said): void {
    void this.session.commit([this.creation(said)], { code: 'agree' });
  }
}

/** Money typed into a form, minor units; null = it is none. */
export function typedMoney(text: string, session: PlanSession): number | null {
  const read = columnTypes.money.parse(text, { language: currentLanguage(), asOf: session.asOf });
  return read.ok && typeof read.value === 'number' && read.value >= 0 ? read.value : null;
}

export const amountText = (minor: number | null): string => plainMoney(minor ?? NaN);
