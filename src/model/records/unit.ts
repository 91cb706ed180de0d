import * as z from 'zod/mini';
import type { Json, Values } from '../json.ts';
import { workPatterns } from './settings.ts';

export const unitKinds = ['company', 'region', 'team', 'rep'] as const;

const dayMinutes = z.number().check(z.gte(0), z.lte(1440));

const awaySchema = z.object({ from: z.string(), to: z.string(), part: z._default(z.number(), 1) });

/** Away from `from` to `to` (both included); `part` 1 = whole days, 0.5 = half of each day; `half`: which, where it was said. */
export const leaveSchema = z.union([
  z.extend(awaySchema, { half: z.enum(['morning', 'afternoon']) }),
  awaySchema,
]);
export type Leave = z.infer<typeof leaveSchema>;

/** Record `unit/<key>`: a node of the org tree. `parent` is a unit key or null at the top; `order` sorts siblings. */
export const unitSchema = z.object({
  name: z.string(),
  kind: z.enum(unitKinds),
  parent: z._default(z.nullable(z.string()), null),
  order: z._default(z.number(), 0),
  /** First and last day employed; null = open. */
  start: z._default(z.nullable(z.string()), null),
  end: z._default(z.nullable(z.string()), null),
  /** null = the parent's, at the top the plan's. */
  pattern: z._default(z.nullable(z.enum(workPatterns)), null),
  /** The same as the plan's; null = the parent's, at the top the plan's. */
  workMinutes: z._default(z.nullable(dayMinutes), null),
  adminMinutes: z._default(z.nullable(dayMinutes), null),
  /** Key of the job level; null = none said. */
  level: z._default(z.nullable(z.string()), null),
  /** What the unit's territory can bring in, in any measure that is the same for its siblings; null = not said. */
  potential: z._default(z.nullable(z.number().check(z.nonnegative())), null),
  /** What its reps' goals are to add up to, as a share of the task; null = the parent's, at the top the plan's. */
  overAssign: z._default(z.nullable(z.number().check(z.positive())), null),
  leave: z._default(z.array(leaveSchema), []),
  note: z._default(z.nullable(z.string()), null),
});
export type Unit = z.infer<typeof unitSchema> & {
  readonly key: string;
  /** Minutes that one count takes here, by measure: a field of its own each; what is missing is the parent's. */
  readonly minutes: ReadonlyMap<string, number>;
};

const MINUTES = 'minutes:';

/** The field of a unit that holds the minutes one count of a measure takes. */
export const minutesField = (measure: string): string => `${MINUTES}${measure}`;

/** What may stand in a field of a unit that the schema does not name; undefined = anything. */
export const ownFieldOfUnit = (field: string): z.ZodMiniType | undefined =>
  field.startsWith(MINUTES) ? dayMinutes : undefined;

const NONE: Unit['minutes'] = new Map();

/** The minutes by measure of a unit's shown values; blank and impossible ones are left out. */
export function unitMinutes(values: Values): Unit['minutes'] {
  const fields = Object.entries(values).filter(
    ([field, value]) => field.startsWith(MINUTES) && isMinutes(value),
  );
  if (fields.length === 0) return NONE;
  return new Map(fields.map(([field, value]) => [field.slice(MINUTES.length), value as number]));
}

const isMinutes = (value: Json): value is number => dayMinutes.safeParse(value).success;
