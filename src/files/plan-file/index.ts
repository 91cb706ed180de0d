import { fail, ok, type Result } from '../../model/failure.ts';
import type { Facts } from '../../model/facts/index.ts';
import { gzip, sha256, textOf } from './bytes.ts';
import { Refusal } from './check.ts';
import { FORMAT, VERSION, type PlanFileMeta } from './format.ts';
import { openContent, readContent, type OpenFile, type ReadFacts } from './read.ts';
import { contentOf } from './write.ts';

export { EXTENSION, type PlanFileMeta } from './format.ts';
export type { OpenFile, ReadFacts } from './read.ts';

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

/** As `encodeText` writes it: then the sum is that of the text at hand, which need not be written anew to be compared. */
const AS_WRITTEN = new RegExp(
  `^{"format":"${FORMAT}","version":${VERSION},"sha256":"([0-9a-f]{64})","content":(?=.)`,
);

/** The content where the file is as `encodeText` writes it and its sum is right; undefined = to be read with care. */
async function asWritten(text: string): Promise<unknown> {
  const head = AS_WRITTEN.exec(text);
  if (!head || !text.endsWith('}\n')) return undefined;
  const content = text.slice(head[0].length, -2);
  if ((await sha256(content)) !== head[1]) return undefined;
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
}

async function read<T>(bytes: Uint8Array, take: (content: unknown) => T): Promise<Result<T>> {
  const text = await textOf(bytes);
  if (!text.ok) return text;
  const quick = await asWritten(text.value);
  if (quick !== undefined) return ok(take(quick));
  const header = parsed(text.value);
  if (!header.ok) return header;
  const content = await verified(header.value);
  return content.ok ? ok(take(content.value)) : content;
}

async function guarded<T>(reading: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await reading;
  } catch (error) {
    // Anything else than a refusal is JSON too deep for the engine's own stack.
    return error instanceof Refusal ? { ok: false, failure: error.failure } : fail('planDamaged');
  }
}

/**
 * A plan from a file's bytes, packed or plain JSON. All or nothing, and never throws: what is not exactly a plan file
 * of this version is refused with a code of its own (`plan…` in the failures). Fields and record kinds that this version
 * does not know are kept untouched.
 */
export const decode = (bytes: Uint8Array): Promise<Result<PlanFile>> => guarded(read(bytes, readContent));

/** The same up to the values of its records, which are checked as they are read. */
export const open = (bytes: Uint8Array): Promise<Result<OpenFile>> => guarded(read(bytes, openContent));
