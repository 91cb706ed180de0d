import type { Change } from '../model/diff.ts';
import { SLICE_ID } from '../model/ids.ts';
import type { Values } from '../model/json.ts';
import type { isOutsidePart } from './part.ts';

type Rule = typeof isOutsidePart;
const anything: Rule = () => false;

/** What an open plan does not take: anything while it is looked at; in a part of a plan what would not come back. */
export class Refusing {
  readOnly = $state(false);
  readOnlyRefusals = $state(0);
  partRefusals = $state(0);
  readonly #get: (id: string) => Values | undefined;
  #rule: Promise<Rule> | null = null;
  #here: Rule | null = null;

  constructor(get: (id: string) => Values | undefined, readOnly: boolean) {
    this.#get = get;
    this.readOnly = readOnly;
    // Before anything is typed: a commit shows at once.
    if (get(SLICE_ID)) void this.#fetched();
  }

  /** Everything is refused, and counted, so that it is said. */
  refusesAll(): boolean {
    if (this.readOnly) this.readOnlyRefusals++;
    return this.readOnly;
  }

  /** At once, but for what is typed into a part before the rule of parts is here. */
  refuses(changes: readonly Change[]): boolean | Promise<boolean> {
    if (this.refusesAll()) return true;
    if (!this.#get(SLICE_ID)) return false;
    if (this.#here) return this.#isOutside(this.#here, changes);
    return this.#fetched().then((rule) => this.#isOutside(rule, changes));
  }

  #isOutside(rule: Rule, changes: readonly Change[]): boolean {
    const outside = rule(changes, this.#get);
    if (outside) this.partRefusals++;
    return outside;
  }

  /** Where it can't be had nothing typed is lost: whoever merges the part sees what is outside of it. */
  #fetched(): Promise<Rule> {
    this.#rule ??= import('./part.ts').then(
      ({ isOutsidePart }) => (this.#here = isOutsidePart),
      () => {
        this.#rule = null;
        return anything;
      },
    );
    return this.#rule;
  }
}
