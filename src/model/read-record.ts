import * as z from 'zod/mini';
import type { Values } from './json.ts';

/**
 * A record's shown values as its schema's type. A missing field and null both mean blank, so they take the default;
 * a field of a wrong type is taken as blank too: one bad cell must not hide its row. null: a field without default
 * is missing or bad.
 */
export function readRecord<Schema extends z.ZodMiniObject>(
  schema: Schema,
  values: Values,
): z.infer<Schema> | null {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const first = schema.safeParse(filled);
  if (first.success) return first.data;
  const bad = new Set(first.error.issues.map((issue) => String(issue.path[0])));
  const good = Object.fromEntries(Object.entries(filled).filter(([field]) => !bad.has(field)));
  return schema.safeParse(good).data ?? null;
}

/** A finite number, or null for blank and anything else. */
export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
