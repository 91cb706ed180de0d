import { planningMonth } from '../../model/entry/month.ts';
import { recordId } from '../../model/ids.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { Month, MonthSpan } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';
import { runningMonth } from './span.ts';

export type Presence = 'before' | 'after' | 'active' | 'idle';

/** Where a month lies in what a rep has entered: a blank is a gap only between their first month and the running one. */
export class Presences {
  private readonly firsts = new Map<string, Month | null>();
  private readonly running: Month;

  constructor(
    private readonly context: SheetContext,
    private readonly months: readonly Month[],
  ) {
    this.running = runningMonth(context);
  }

  of(unit: Unit, month: Month): Presence {
    const { from, to } = this.employed(unit);
    if (month < from) return 'before';
    if (month > to) return 'after';
    const first = this.firstMonth(unit.key);
    return first !== null && month >= first && month < this.running ? 'active' : 'idle';
  }

  private employed({ start, end }: Unit): MonthSpan {
    const { cutoffDay } = this.context.settings;
    return {
      from: start === null ? '' : planningMonth(start, cutoffDay),
      to: end === null ? '9999-12' : planningMonth(end, cutoffDay),
    };
  }

  private firstMonth(unit: string): Month | null {
    let first = this.firsts.get(unit);
    if (first === undefined) {
      const entered = (month: Month) =>
        Object.values(this.context.get(recordId.history(unit, month)) ?? {}).some((value) => value !== null);
      first = this.months.find(entered) ?? null;
      this.firsts.set(unit, first);
    }
    return first;
  }
}
