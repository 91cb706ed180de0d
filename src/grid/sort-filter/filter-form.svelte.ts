import type { Filter, NumberTest } from './filter.ts';
import { ValueChoice } from './value-choice.svelte.ts';

/** The fields of a filter while they are filled in. */
export class FilterForm {
  text = $state('');
  blanks = $state<'any' | 'only' | 'none'>('any');
  test = $state<NumberTest | 'any'>('any');
  limit = $state('');
  upTo = $state('');
  readonly values: ValueChoice;

  constructor(filter: Filter | undefined) {
    this.values = new ValueChoice(filter?.values);
    this.text = filter?.text ?? '';
    this.blanks = filter?.blanks ?? 'any';
    this.test = filter?.number?.test ?? 'any';
    this.limit = filter?.number ? String(filter.number.value) : '';
    this.upTo = filter?.number?.upTo === undefined ? '' : String(filter.number.upTo);
  }

  /** Null: nothing is asked, all rows stay. */
  read(): Filter | null {
    const number = this.readNumber();
    const values = this.values.read();
    const filter: Filter = {
      ...(this.text === '' ? {} : { text: this.text }),
      ...(this.blanks === 'any' ? {} : { blanks: this.blanks }),
      ...(number ? { number } : {}),
      ...(values ? { values } : {}),
    };
    return Object.keys(filter).length > 0 ? filter : null;
  }

  private readNumber(): Filter['number'] | null {
    const value = asNumber(this.limit);
    const upTo = asNumber(this.upTo);
    if (this.test === 'any' || value === null) return null;
    if (this.test !== 'between') return { test: this.test, value };
    return upTo === null ? { test: 'atLeast', value } : { test: 'between', value, upTo };
  }
}

/** `1,200`, `29.1%`; null: no number. */
export function asNumber(text: string): number | null {
  const plain = text.replace(/[,\s]/g, '').replace('−', '-');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)%?$/.test(plain)) return null;
  return plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : Number(plain);
}
