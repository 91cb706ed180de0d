import { readPreference, writePreference } from '../../ui/preferences.ts';

/** When a unit's part of a plan was last sent from this device, and when one came back into it (ms). */
export interface SentPart {
  readonly sent?: number;
  readonly back?: number;
}
export type SentParts = Readonly<Record<string, SentPart>>;

const key = (planId: string): string => `parts.${planId}`;

/** Of this browser only: who was sent what is nobody else's business, and no part of the plan. */
export function sentParts(planId: string): SentParts {
  try {
    return (JSON.parse(readPreference(key(planId)) ?? '{}') ?? {}) as SentParts;
  } catch {
    return {};
  }
}

export function noteParts(planId: string, units: readonly string[], what: 'sent' | 'back', at: number): void {
  const parts: Record<string, SentPart> = { ...sentParts(planId) };
  for (const unit of units) parts[unit] = { ...parts[unit], [what]: at };
  writePreference(key(planId), JSON.stringify(parts));
}
