import { goalPlaceOf } from '../../model/goal-place.ts';
import { keysOf, kindOf, type GoalPlace } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { readRecord } from '../../model/read-record.ts';
import {
  lockSchema,
  segmentSchema,
  spreadBySchema,
  type Lock,
  type Segment,
  type SpreadBy,
} from '../../model/records/goals.ts';
import { segmentTree, type SegmentPlace } from '../../model/segment-tree.ts';

export interface HeldPlace {
  readonly place: GoalPlace;
  readonly lock: Lock;
}

/** What the goals are split into, which of them are locked, and how totals were last shared out. */
export class GoalTerms {
  readonly #segments = new Map<string, Segment>();
  /** By record id. */
  readonly #locks = new Map<string, HeldPlace>();
  readonly #spreads = new Map<string, SpreadBy>();
  #tree: readonly SegmentPlace[] | null = null;

  copy(): GoalTerms {
    const copy = new GoalTerms();
    this.#segments.forEach((segment, key) => copy.#segments.set(key, segment));
    this.#locks.forEach((lock, id) => copy.#locks.set(id, lock));
    this.#spreads.forEach((spread, id) => copy.#spreads.set(id, spread));
    return copy;
  }

  put(id: string, values: Values | null): void {
    const kind = kindOf(id);
    if (kind === 'segment') this.#putSegment(keysOf(id)[0] ?? '', values);
    else if (kind === 'lock') this.#putLock(id, values);
    else this.#putSpread(id, values);
  }

  #putSegment(key: string, values: Values | null): void {
    const segment = values && readRecord(segmentSchema, { name: '', ...values });
    if (segment && key) this.#segments.set(key, { ...segment, key });
    else this.#segments.delete(key);
    this.#tree = null;
  }

  #putLock(id: string, values: Values | null): void {
    const place = goalPlaceOf(id);
    const lock = values && readRecord(lockSchema, values);
    if (place && lock) this.#locks.set(id, { place, lock });
    else this.#locks.delete(id);
  }

  #putSpread(id: string, values: Values | null): void {
    const spread = values && readRecord(spreadBySchema, values);
    if (spread) this.#spreads.set(id, spread);
    else this.#spreads.delete(id);
  }

  /** In tree order, each before its parts. */
  get segments(): readonly SegmentPlace[] {
    return (this.#tree ??= segmentTree(this.#segments));
  }

  get locks(): readonly HeldPlace[] {
    return [...this.#locks.values()];
  }

  /** How a total was last shared out, by the id of its record. */
  spread(id: string): SpreadBy | undefined {
    return this.#spreads.get(id);
  }
}
