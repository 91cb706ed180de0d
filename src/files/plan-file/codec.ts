import type { Facts } from '../../model/facts/index.ts';
import type { Result } from '../../model/failure.ts';
import { EXTENSION } from './format.ts';
import type { PlanFile } from './index.ts';

/** What a file system of some platform refuses in a name, or takes for a path. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/g;

/** A file's name for a plan of this name: harmless everywhere, of at most 80 characters before the extension. */
export function fileName(plan: string): string {
  const safe = plan.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
  const short = Array.from(safe)
    .slice(0, 80)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${short || 'plan'}${EXTENSION}`;
}

export interface PlanFileCodec {
  encode(facts: Facts): Promise<Uint8Array>;
  decode(bytes: Uint8Array): Promise<Result<PlanFile>>;
  fileName(plan: string): string;
}

/** Plan files as this build of the app writes them. What reads and writes them is loaded for the first one. */
export const planCodec: PlanFileCodec = {
  encode: async (facts) =>
    (await import('./index.ts')).encode(facts, { app: __APP_VERSION__, savedAt: Date.now() }),
  decode: async (bytes) => (await import('./index.ts')).decode(bytes),
  fileName,
};
