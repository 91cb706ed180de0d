import * as z from 'zod/mini';
import type { Values } from '../json.ts';

const fieldsSchema = z.nullable(z.record(z.string(), z.json()));

/**
 * What a scenario makes of one record. `was`: the fields that it changes as the plan had them then; null = there was no
 * such record. `now`: the same fields in the scenario; null = the record is gone.
 */
const changeSchema = z.object({ was: fieldsSchema, now: fieldsSchema });

/**
 * Record `scenario/<key>`: a named set of changes beside the plan, which stays as it is. `changes` is one field, by
 * record id: two devices that change one scenario both at once have to choose.
 */
export const scenarioSchema = z.object({
  name: z.string(),
  note: z._default(z.nullable(z.string()), null),
  order: z._default(z.number(), 0),
  changes: z._default(z.record(z.string(), changeSchema), {}),
});
export interface ScenarioChange {
  readonly was: Values | null;
  readonly now: Values | null;
}
export type ScenarioChanges = { readonly [id: string]: ScenarioChange };
export interface Scenario {
  readonly key: string;
  readonly name: string;
  readonly note: string | null;
  readonly order: number;
  readonly changes: ScenarioChanges;
}
