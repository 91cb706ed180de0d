import type { Month } from '../../model/time.ts';
import { SETTINGS_ID } from '../../model/ids.ts';
import { parseSettings, parseUnit } from '../../model/records/read.ts';
import { halfAway, hoursOf, shareOfDay, type WorkHours } from '../../model/work-hours.ts';
import type { PlanSession } from '../../state/contract.ts';
import { Live } from '../phone/answers.svelte.ts';
import type { PlanFacts } from '../phone/plan-facts.svelte.ts';
import { follow } from '../shell/follow.ts';
import { Clock } from './clock.svelte.ts';
import { Following } from './following.svelte.ts';
import { NearDays } from './near-days.svelte.ts';

/** What the screens of the day ask and share: this morning's quotas, the days around today, the month's end. */
export class DayNumbers {
  readonly clock = new Clock();
  readonly near: NearDays;
  private readonly paces: Live<{ kind: 'pace'; month: Month }>;
  private readonly made: Following<{ kind: 'catchUp'; month: Month; unit: string }>;
  private readonly ends: Following<{ kind: 'forecast'; month: Month }>;

  constructor(
    readonly session: PlanSession,
    readonly facts: PlanFacts,
    /** Whose reps are held against their own best; null = nobody's. */
    private readonly top: () => string | null = () => null,
  ) {
    this.paces = new Live(session, () => ({ kind: 'pace', month: facts.running }));
    this.ends = new Following(session, () => ({ kind: 'forecast', month: facts.running }));
    this.made = new Following(session, () => {
      const unit = this.top();
      return unit === null ? null : { kind: 'catchUp', month: facts.running, unit };
    });
    this.near = new NearDays(
      session,
      () => this.first,
      () => facts.cutoffDay,
    );
  }

  get pace() {
    return this.paces.answer;
  }

  get forecast() {
    return this.ends.answer;
  }

  /** Reps who have to do more a day than in their best month. */
  get overBest(): ReadonlySet<string> {
    return new Set(this.made.answer?.choices.find(({ over }) => over === 'month')?.overBest);
  }

  /** The work that the chain begins with. */
  get first(): string | null {
    const { pace } = this;
    return pace?.measures.find((_, at) => pace.given[at]) ?? pace?.measures[0] ?? null;
  }

  /** The share 0..1 of a person's working hours of today that is over. */
  shareOf(unit: string | null = null): number {
    return shareOfDay(this.clock.minute, this.hoursOf(unit));
  }

  private hoursOf(unit: string | null): WorkHours {
    const { session } = this;
    follow(session.revision);
    const settings = parseSettings(session.get(SETTINGS_ID) ?? {});
    const values = unit === null ? undefined : session.get(`unit/${unit}`);
    const leave = values && unit !== null ? parseUnit(unit, values).leave : [];
    return hoursOf(settings, halfAway(leave, session.asOf));
  }
}
