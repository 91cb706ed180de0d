import { t } from '../../i18n/i18n.svelte.ts';
import type { Change } from '../../model/diff.ts';
import type { Day } from '../../model/time.ts';
import type { PlanSession, StepLabel } from '../../state/contract.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import { shortDay } from '../phone/number-words.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';
import { leaveChange, logChanges, type Numbers } from './log.ts';

/** The ways in which a day that nobody entered is settled, each one step that can be taken back. */
export class Filling {
  constructor(
    private readonly work: Workspace,
    private readonly session: PlanSession,
  ) {}

  fill(unit: string, day: Day, numbers: Numbers): void {
    this.commit(
      logChanges(unit, day, numbers),
      { code: 'log', count: numbers.size },
      t().daily.missing.filled(shortDay(day), numbers.size),
    );
  }

  leave(unit: string, day: Day): void {
    this.commit(
      [leaveChange(this.session, unit, day)],
      { code: 'leave' },
      t().daily.missing.wasLeave(shortDay(day)),
    );
  }

  zero(unit: string, day: Day, measures: readonly string[]): void {
    const numbers = new Map(measures.map((measure) => [measure, 0]));
    this.commit(
      logChanges(unit, day, numbers),
      { code: 'log', count: numbers.size },
      t().daily.missing.wasZero(shortDay(day)),
    );
  }

  private commit(changes: readonly Change[], label: StepLabel, said: string): void {
    void this.session.commit(changes, label);
    showToast({ text: said, action: { label: t().app.undo, run: () => void this.work.undo() } });
  }
}
