import type { RecordChange, RecordEntry } from '../model/diff.ts';
import { kindOf } from '../model/ids.ts';
import type { Values } from '../model/json.ts';

/** The live records of one kind; removing moves the last one into the gap, so that nothing is ever shifted. */
class KindTable {
  readonly #entries: RecordEntry[] = [];
  readonly #places = new Map<string, number>();
  /** Handed out, therefore never written again. */
  #copy: readonly RecordEntry[] | null = null;

  get all(): readonly RecordEntry[] {
    return (this.#copy ??= this.#entries.slice());
  }

  get(id: string): Values | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#entries[place]?.[1];
  }

  set(id: string, values: Values): void {
    this.#copy = null;
    const place = this.#places.get(id) ?? this.#entries.length;
    this.#places.set(id, place);
    this.#entries[place] = [id, values];
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    const last = this.#entries.at(-1);
    if (place === undefined || !last) return;
    this.#copy = null;
    this.#entries[place] = last;
    this.#places.set(last[0], place);
    this.#entries.pop();
    this.#places.delete(id);
  }
}

/** What people see of a plan, by kind: plain and incremental, because 100,000 records must not be reactive. */
export class Shown {
  readonly #kinds = new Map<string, KindTable>();

  get(id: string): Values | undefined {
    return this.#kinds.get(kindOf(id))?.get(id);
  }

  ofKind(kind: string): readonly RecordEntry[] {
    return this.#kinds.get(kind)?.all ?? [];
  }

  all(): RecordEntry[] {
    return [...this.#kinds.values()].flatMap((table) => table.all);
  }

  apply({ id, values }: RecordChange): void {
    const kind = kindOf(id);
    if (!values) return this.#kinds.get(kind)?.remove(id);
    const table = this.#kinds.get(kind) ?? new KindTable();
    this.#kinds.set(kind, table);
    table.set(id, values);
  }
}
