import type { RecordChange } from '../model/diff.ts';
import type { Day } from '../model/time.ts';
import type { PlannerClient } from '../planner/client.ts';
import { inSlices, MANY, SLICE } from './pace.ts';
import type { Shown } from './shown.ts';

/** So many changes to a message: each message costs, and a long one holds the page. */
const PARCEL = 2000;

/** Changes on their way to the planner. */
export class Feed {
  readonly #planner: PlannerClient;
  #parcel: RecordChange[] = [];

  constructor(planner: PlannerClient) {
    this.#planner = planner;
  }

  /** All that is shown, the greater part of a big plan in slices. */
  async load(shown: Shown, asOf: Day): Promise<void> {
    const records = shown.all();
    this.#planner.load(records.slice(0, MANY), asOf);
    await inSlices(records.slice(MANY), SLICE, (slice) => {
      // Read anew: a record may have changed since.
      this.add(slice.map(([id]) => ({ id, values: shown.get(id) ?? null })));
    });
    this.send();
  }

  /** May keep them for a while: `send` after the last of many. */
  add(changes: readonly RecordChange[]): void {
    for (const change of changes) this.#parcel.push(change);
    if (this.#parcel.length >= PARCEL) this.send();
  }

  send(): void {
    if (!this.#parcel.length) return;
    this.#planner.apply(this.#parcel);
    this.#parcel = [];
  }
}
