import { fail, type Failure } from '../../model/failure.ts';
import { isHostileName, type Json } from '../../model/json.ts';
import { MAX_DEPTH } from './format.ts';

/** Carries a failure out of nested reading; only `decode` catches it. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

export function refuse(code: string, values?: Failure['values'], at?: Failure['at']): never {
  throw new Refusal(fail(code, values, at).failure);
}

export type JsonObject = { readonly [key: string]: Json };

const wrongShape = (where: string): never => refuse('planWrongShape', { where });

export function object(value: unknown, where: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongShape(where);
  return value as JsonObject;
}

export const list = (value: unknown, where: string): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : wrongShape(where);

export const text = (value: unknown, where: string): string =>
  typeof value === 'string' ? value : wrongShape(where);

export const whole = (value: unknown, where: string): number =>
  Number.isSafeInteger(value) ? (value as number) : wrongShape(where);

/** A name that indexes records: of a field, a writer. */
export function name(value: unknown, where: string): string {
  const given = text(value, where);
  if (isHostileName(given)) refuse('planHostileKey', { key: given });
  return given || wrongShape(where);
}

/** Refuses values nested too deep, and keys that could change how objects behave. Words in texts are just words. */
export function harmless(value: Json, where: string, depth = 0): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) wrongShape(where);
  if (Array.isArray(value)) for (const item of value as readonly Json[]) harmless(item, where, depth + 1);
  else
    for (const [key, item] of Object.entries(value)) {
      if (isHostileName(key)) refuse('planHostileKey', { key });
      harmless(item, where, depth + 1);
    }
  return value;
}
