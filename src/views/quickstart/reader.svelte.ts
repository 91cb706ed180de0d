import { t } from '../../i18n/i18n.svelte.ts';
import type { Failure } from '../../model/failure.ts';
import { failureText } from '../../ui/failures.ts';
import { readHistory, type HistorySource } from './read-history.ts';
import type { Quickstart } from './model.svelte.ts';

/** Reads pasted or dropped history, and remembers what it could not read so that columns can be matched by hand. */
export class HistoryReader {
  reading = $state(false);
  refused = $state.raw<{ source: HistorySource; text: string } | null>(null);
  last = $state.raw<HistorySource | null>(null);
  #asked = 0;

  constructor(readonly quick: Quickstart) {}

  readText = (text: string): Promise<void> => this.#read({ text });
  readFile = (file: File): Promise<void> => this.#read({ file });

  /** Reads the same table again, under the template that was chosen for it. */
  async readAgain(): Promise<void> {
    if (this.last) await this.#read(this.last, false);
  }

  #read(source: HistorySource, anyTemplate = true): Promise<void> {
    const read = this.#take(source, anyTemplate);
    const reading = read.then(() => {
      if (this.quick.reading === reading) this.quick.reading = null;
      return this.refused === null;
    });
    this.quick.reading = reading;
    return read;
  }

  async #take(source: HistorySource, anyTemplate: boolean): Promise<void> {
    const asked = ++this.#asked;
    this.reading = true;
    const { me, team } = t().quickstart;
    const chain = { template: this.quick.template, anyTemplate };
    const result = await readHistory(source, this.quick.today, { me, team }, chain);
    if (asked !== this.#asked) return;
    this.reading = false;
    this.last = source;
    if (result.ok) {
      this.refused = null;
      this.quick.take(result.value, 'file' in source ? 'file' : 'paste');
    } else this.refused = { source, text: sentence(result.failure) };
  }

  forget(): void {
    this.refused = null;
    this.last = null;
  }
}

/** A table without a usable column is told what it needs; any other failure says what is wrong. */
const sentence = (failure: Failure): string =>
  failure.code === 'historyNotUnderstood' ? t().quickstart.notUnderstoodText : failureText(failure);
