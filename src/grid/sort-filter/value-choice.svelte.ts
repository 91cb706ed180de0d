import type { ValueEntry } from './value-count.ts';

/** More are not drawn: a search narrows them. */
const DRAWN = 200;

/** Which values of a column are ticked. What is searched for is all that counts while it is searched for. */
export class ValueChoice {
  all = $state.raw<readonly ValueEntry[]>([]);
  search = $state('');
  /** All, until a tick is taken away; null: as the filter has it. */
  private without = $state.raw<ReadonlySet<string> | null>(null);

  readonly matching = $derived.by(() => {
    const wanted = this.search.trim().toLowerCase();
    return wanted === '' ? this.all : this.all.filter(({ key }) => key.toLowerCase().includes(wanted));
  });
  readonly drawn = $derived(this.matching.slice(0, DRAWN));
  readonly more = $derived(this.matching.length - this.drawn.length);
  readonly ticked = $derived(this.matching.filter(({ key }) => this.has(key)).length);

  /** Nothing would be left to see. */
  readonly isEmpty = $derived(this.all.length > 0 && this.ticked === 0);

  constructor(private readonly before: ReadonlySet<string> | undefined) {}

  has(key: string): boolean {
    return this.without ? !this.without.has(key) : (this.before?.has(key) ?? true);
  }

  tick(key: string, on: boolean): void {
    this.tickAll([{ key }], on);
  }

  tickMatching(on: boolean): void {
    this.tickAll(this.matching, on);
  }

  /** What the filter keeps; undefined: every value. */
  read(): ReadonlySet<string> | undefined {
    if (this.all.length === 0) return this.before;
    const kept = this.matching.filter(({ key }) => this.has(key));
    return kept.length === this.all.length ? undefined : new Set(kept.map(({ key }) => key));
  }

  private tickAll(entries: readonly { readonly key: string }[], on: boolean): void {
    const without = new Set(this.without ?? this.all.map(({ key }) => key).filter((key) => !this.has(key)));
    for (const { key } of entries) {
      if (on) without.delete(key);
      else without.add(key);
    }
    this.without = without;
  }
}
