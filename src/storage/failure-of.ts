import type { Failure } from '../model/failure.ts';

/** Names of errors of IndexedDB and Dexie, and what they mean to the user. */
const CODES: { readonly [name: string]: string } = {
  QuotaExceededError: 'storageFull',
  MissingAPIError: 'storageMissing',
  SecurityError: 'storageMissing',
  InvalidStateError: 'storageClosed',
  DatabaseClosedError: 'storageClosed',
  VersionError: 'storageNewer',
  UpgradeError: 'storageDamaged',
  UnknownError: 'storageDamaged',
  DataError: 'storageDamaged',
  SyntaxError: 'storageDamaged',
  NotReadableError: 'storageDamaged',
};

/** A failure of our own, thrown inside a transaction so that it is rolled back. */
export class StorageRefusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

interface ErrorLike {
  readonly name?: string;
  readonly inner?: unknown;
}

/** A quota error arrives wrapped: as the reason of an abort, or inside a bulk error. */
function namesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name = '', inner } = error as ErrorLike;
  const failures = (error as { readonly failures?: unknown }).failures;
  const nested: unknown[] = Array.isArray(failures) ? failures.slice(0, 1) : [];
  return [name, ...[inner, ...nested].flatMap((cause: unknown) => namesOf(cause, depth + 1))];
}

export function failureOf(error: unknown): Failure {
  if (error instanceof StorageRefusal) return error.failure;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { code: 'storageFull' };
  const known = names.find((name) => CODES[name] !== undefined);
  const code = known === undefined ? undefined : CODES[known];
  return code ? { code } : { code: 'storageFailed', values: { name: names[0] ?? String(error) } };
}
