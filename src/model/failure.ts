import type { Json } from './json.ts';

/**
 * A failure is data: a code, where it happened, and the values that the sentence needs. i18n writes the sentence
 * (namespace `failures`, one function per code). Failures survive structured clone. Throw only for bugs.
 */
export interface Failure {
  readonly code: string;
  readonly at?: {
    readonly record?: string;
    readonly field?: string;
    readonly line?: number;
    readonly column?: string;
  };
  readonly values?: { readonly [name: string]: Json };
}

export type Result<T, F = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const fail = (
  code: string,
  values?: Failure['values'],
  at?: Failure['at'],
): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, ...(values && { values }), ...(at && { at }) },
});
