import { ok, type Result } from '../model/failure.ts';
import { failureOf } from './failure-of.ts';

/** Runs a piece of storage work; whatever it throws becomes a failure. */
export async function attempt<T>(work: () => T | PromiseLike<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}
