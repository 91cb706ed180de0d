import type { Failure } from '../../model/failure.ts';

/** A failure that something further down has met, on its way to where it is said. */
export class EarlierFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Why a folder can't be used, as its browser says it. */
export function folderFailure(error: unknown): Failure {
  if (error instanceof EarlierFailure) return error.failure;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return { code: 'folderGone' };
  if (name === 'NotAllowedError' || name === 'SecurityError') return { code: 'folderDenied' };
  if (name === 'QuotaExceededError') return { code: 'folderFull' };
  return { code: 'folderUnreachable' };
}
