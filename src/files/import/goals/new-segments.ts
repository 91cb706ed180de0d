import { plainText } from '../../../model/entry/text.ts';
import { randomKey } from '../../../model/ids.ts';
import { nameKey } from '../keys.ts';
import type { GoalSegment } from './types.ts';

/** 新客/华东: a part of a segment. */
const LEVELS = /\s*[/／>›]\s*/;

/** Segments that a file names and the plan does not have yet, each with its parent before it. */
export class NewSegments {
  readonly list: GoalSegment[] = [];
  /** By the name of one, or by those of both levels. */
  readonly #known = new Map<string, string>();

  constructor(segments: readonly GoalSegment[]) {
    for (const { key, name, parent } of segments) if (parent === null) this.#known.set(nameKey(name), key);
  }

  /** The key of one that is called so; it is made where there is none. There are two levels. */
  key(text: string): string {
    const [first = '', ...others] = plainText(text).split(LEVELS).filter(Boolean);
    const top = this.#made(first, null);
    return others.length === 0 ? top : this.#made(others.join(' / '), top);
  }

  #made(name: string, parent: string | null): string {
    const path = nameKey(parent === null ? name : `${parent}/${name}`);
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const key = randomKey();
    this.#known.set(path, key);
    this.list.push({ key, name, parent });
    return key;
  }
}
