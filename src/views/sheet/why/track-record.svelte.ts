import type { TrackRecordAnswer } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import type { PlanSession } from '../../../state/contract.ts';

/** It answers nothing that a person waits for: everything else comes first. */
const AFTER = 600;

export interface Kept {
  readonly promised: number;
  readonly said: number;
  readonly came: number;
}

/** How often high chances came true in past months, asked month by month; null until all are known, or none is. */
export class TrackRecord {
  readonly kept: Kept | null = $derived.by(() => {
    const { known } = this;
    return known?.revision === this.session().revision && known.unit === this.unit() ? known.kept : null;
  });
  private known = $state.raw<{ revision: number; unit: string; kept: Kept } | null>(null);

  constructor(
    private readonly session: () => PlanSession,
    private readonly unit: () => string,
  ) {
    $effect(() => {
      const [from, asked] = [session(), unit()];
      const { revision } = from;
      let gone = false;
      const timer = setTimeout(() => void this.ask(from, asked, revision, () => gone), AFTER);
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    });
  }

  private async ask(from: PlanSession, unit: string, revision: number, isGone: () => boolean): Promise<void> {
    const kept = { promised: 0, said: 0, came: 0 };
    let [month, part]: [Month | null, number] = [null, 0];
    do {
      // What was counted is the plan's, whatever is supposed beside it.
      const answer: TrackRecordAnswer | null = await from.read({
        ...{ kind: 'trackRecord', unit, month, part, scenario: null },
      } as const);
      if (!answer || isGone()) return;
      kept.promised = answer.promised;
      kept.said += answer.said;
      kept.came += answer.came;
      [month, part] = answer.pending ? [answer.month, part + 1] : [answer.earlier, 0];
    } while (month !== null);
    this.known = { revision, unit, kept };
  }
}
