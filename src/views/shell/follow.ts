import type { Json } from '../../model/json.ts';

/** Records are plain: reading the revision is what makes a derived value follow them. */
export const follow = (_revision: number | undefined): void => undefined;

/** A field as text; anything else is the fallback. */
export const textOr = (value: Json | undefined, fallback: string): string =>
  typeof value === 'string' ? value : fallback;
