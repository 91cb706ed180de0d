import { fail, ok, type Result } from '../../model/failure.ts';
import type { Facts } from '../../model/facts/index.ts';
import { gzip, sha256, textOf } from './bytes.ts';
import { Refusal } from './check.ts';
import { FORMAT, VERSION, type PlanFileMeta } from './format.ts';
import { readContent, type ReadFacts } from './read.ts';
import { contentOf } from './write.ts';

export { EXTENSION, type PlanFileMeta } from './format.ts';
export type { ReadFacts } from './read.ts';

export interface PlanFile {
  readonly facts: ReadFacts;
  readonly meta: PlanFileMeta;
}

/** The file's JSON before it is packed. Canonical: equal plans with equal meta give equal text. */
export async function encodeText(facts: Facts, meta: PlanFileMeta): Promise<string> {
  const content = JSON.stringify(contentOf(facts, meta));
  const sum = await sha256(content);
  return `{"format":"${FORMAT}","version":${VERSION},"sha256":"${sum}","content":${content}}\n`;
}

/** A plan file's bytes, everything that the plan knows included: what leaves the device counts as published. */
export const encode = async (facts: Facts, meta: PlanFileMeta): Promise<Uint8Array> =>
  gzip(await encodeText(facts, meta));

function parsed(text: string): Result<{ readonly [key: string]: unknown }> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT)
      return fail('planNotBackcast');
    return ok(value as { readonly [key: string]: unknown });
  } catch {
    // Cut short or overwritten, it still begins like one of ours.
    return fail(text.slice(0, 100).includes(`"${FORMAT}"`) ? 'planDamaged' : 'planNotBackcast');
  }
}

async function verified(header: { readonly [key: string]: unknown }): Promise<Result<unknown>> {
  const { version, content } = header;
  if (typeof version === 'number' && version > VERSION) return fail('planNewer', { version, known: VERSION });
  if (version !== VERSION || content === undefined) return fail('planDamaged');
  if ((await sha256(JSON.stringify(content))) !== header['sha256']) return fail('planChecksum');
  return ok(content);
}

async function read(bytes: Uint8Array): Promise<Result<PlanFile>> {
  const text = await textOf(bytes);
  if (!text.ok) return text;
  const header = parsed(text.value);
  if (!header.ok) return header;
  const content = await verified(header.value);
  return content.ok ? ok(readContent(content.value)) : content;
}

/**
 * A plan from a file's bytes, packed or plain JSON. All or nothing, and never throws: what is not exactly a plan file
 * of this version is refused with a code of its own (`plan…` in the failures). Fields and record kinds that this version
 * does not know are kept untouched.
 */
export async function decode(bytes: Uint8Array): Promise<Result<PlanFile>> {
  try {
    return await read(bytes);
  } catch (error) {
    // Anything else than a refusal is JSON too deep for the engine's own stack.
    return error instanceof Refusal ? { ok: false, failure: error.failure } : fail('planDamaged');
  }
}
