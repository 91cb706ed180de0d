import * as z from 'zod/mini';

export const noteKinds = ['quick', 'coaching', 'decision'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Record `note/<key>`: something written down on a day about a unit. */
export const noteSchema = z.object({
  unit: z.string(),
  day: z.string(),
  text: z._default(z.string(), ''),
  kind: z._default(z.enum(noteKinds), 'quick'),
  /** The measure whose ratio it is about, and the month that was talked over. */
  measure: z._default(z.nullable(z.string()), null),
  month: z._default(z.nullable(z.string()), null),
  owner: z._default(z.string(), ''),
  /** The day on which it is to be looked at again, and the day it was settled. */
  followUp: z._default(z.nullable(z.string()), null),
  doneOn: z._default(z.nullable(z.string()), null),
});
export type Note = z.infer<typeof noteSchema> & { readonly key: string };

export const REPORT_PARTS = ['results', 'problems', 'plan', 'support'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/**
 * Record `report/<unit>/<period>`: a report as it was kept; the period is a day, or the Monday of a week as `W2026-11-16`.
 * A part that is null still follows the numbers.
 */
export const reportSchema = z.object({
  results: z._default(z.nullable(z.string()), null),
  problems: z._default(z.nullable(z.string()), null),
  plan: z._default(z.nullable(z.string()), null),
  support: z._default(z.nullable(z.string()), null),
  /** Key accounts to be talked over in the week's meeting, typed. */
  accounts: z._default(z.nullable(z.string()), null),
  /** The text as it was sent, which later numbers do not change. */
  sent: z._default(z.nullable(z.string()), null),
  sentOn: z._default(z.nullable(z.string()), null),
});
export type Report = z.infer<typeof reportSchema>;

/** Record `alert/<signature>`: what somebody did about an alert. The signature names what it is about, never a person. */
export const alertSchema = z.object({
  snoozedUntil: z._default(z.nullable(z.string()), null),
  doneOn: z._default(z.nullable(z.string()), null),
});
export type AlertState = z.infer<typeof alertSchema>;
