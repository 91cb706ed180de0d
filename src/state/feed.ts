import type { RecordChange } from '../model/diff.ts';
import type { PlannerClient } from '../planner/client.ts';

/** So many changes to a message: each message costs, and a long one holds the page. */
const PARCEL = 2000;

/** Changes on their way to the planner. */
export class Feed {
  readonly #planner: PlannerClient;
  #parcel: RecordChange[] = [];

  constructor(planner: PlannerClient) {
    this.#planner = planner;
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
