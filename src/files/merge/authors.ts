import type { RecLookup } from '../../model/facts/index.ts';
import { recordId } from '../../model/ids.ts';
import type { MergeAuthor } from '../../model/merging.ts';

/** Who writers are, each once: writers of one name are one author. */
export class Authors {
  readonly list: MergeAuthor[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #byWriter = new Map<string, number>();
  readonly #records: RecLookup;
  readonly #bringers: ReadonlyMap<string, string>;

  constructor(records: RecLookup, bringers: ReadonlyMap<string, string>) {
    this.#records = records;
    this.#bringers = bringers;
  }

  /** The number of a writer's author. */
  of(writer: string): number {
    const known = this.#byWriter.get(writer);
    if (known !== undefined) return known;
    const number = this.#number(this.#authorOf(writer));
    this.#byWriter.set(writer, number);
    return number;
  }

  #authorOf(writer: string): MergeAuthor {
    // Rivals that an undo put back are written by `writer-n-i`.
    const said = this.#records.get(recordId.writer(writer.replace(/-.*$/, '')))?.v['name'];
    const name = typeof said === 'string' && said !== '' ? said : null;
    return { name, file: name === null ? (this.#bringers.get(writer) ?? null) : null };
  }

  #number(author: MergeAuthor): number {
    const key = JSON.stringify([author.name, author.file]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.list.length);
    return this.list.push(author) - 1;
  }
}
