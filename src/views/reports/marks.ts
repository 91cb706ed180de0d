/** Where a number of a sentence comes from. */
export type Source =
  | { readonly at: 'board'; readonly unit: string | null }
  | { readonly at: 'days' }
  | { readonly at: 'why'; readonly unit: string; readonly measure: string };

/** A piece of a sentence: words, or a number that can be asked for its source. */
export interface Piece {
  readonly text: string;
  readonly source: Source | null;
}

const [START, MIDDLE, END] = ['\uE000', '\uE001', '\uE002'];

/**
 * Numbers go into sentences of any language as marked texts, so that each can be found again in the sentence: the mark
 * is made of characters that no text has.
 */
export class Marks {
  readonly #sources: Source[] = [];

  readonly mark = (text: string, source: Source): string =>
    `${START}${this.#sources.push(source) - 1}${MIDDLE}${text}${END}`;

  readonly pieces = (sentence: string): Piece[] => {
    const pieces: Piece[] = [];
    for (const part of sentence.split(START)) {
      const [marked, rest] = part.split(END);
      const [at, text] = marked!.split(MIDDLE);
      if (rest === undefined || text === undefined) pieces.push({ text: part, source: null });
      else pieces.push({ text, source: this.#sources[Number(at)] ?? null }, { text: rest, source: null });
    }
    return pieces.filter(({ text }) => text !== '');
  };
}

export const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
