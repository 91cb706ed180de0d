import type { Values } from '../../model/json.ts';
import { readRecord } from '../../model/read-record.ts';
import {
  priorSchema,
  sliceMark,
  type Fitted,
  type Multiplier,
  type Prior,
  type SliceMark,
} from '../../model/records/slice.ts';
import type { Month, MonthSpan } from '../../model/time.ts';

/** What a part of a plan was told about the whole; a whole plan has nothing of it. */
export class SliceFacts {
  mark: SliceMark | null = null;
  readonly #priors = new Map<string, Prior>();

  putMark(values: Values | null): void {
    this.mark = sliceMark(values ?? undefined);
  }

  putPrior(measure: string, values: Values | null): void {
    const prior = values && readRecord(priorSchema, values);
    if (prior) this.#priors.set(measure, prior);
    else this.#priors.delete(measure);
  }

  /** What the step into a measure was fitted to, now or on the months before one; null = it is fitted here. */
  fitted(measure: string, before: Month | null = null): Fitted | null {
    const prior = this.#priors.get(measure);
    if (!prior) return null;
    const earlier = before === null ? undefined : prior.before[before];
    return earlier ?? prior.now;
  }

  has(measure: string): boolean {
    return this.mark?.measures.includes(measure) ?? false;
  }

  /** The months of the part and of the whole. */
  span(own: MonthSpan | null): MonthSpan | null {
    const { from, to } = this.mark ?? { from: null, to: null };
    if (from === null || to === null) return own;
    if (!own) return { from, to };
    return { from: own.from < from ? own.from : from, to: own.to > to ? own.to : to };
  }

  multiplier(month: Month, mode: 'goal' | 'toGo'): Multiplier | null {
    return this.mark?.multipliers[`${month} ${mode}`] ?? null;
  }
}
