import type * as z from 'zod/mini';
import { fail, type Failure } from './failure.ts';
import { kindOf, type RecordKind } from './ids.ts';
import type { Json, Values } from './json.ts';
import {
  aliasSchema,
  dayOffSchema,
  goalSchema,
  historySchema,
  inHandSchema,
  mappingSchema,
  overrideSchema,
  seasonSchema,
} from './records/amounts.ts';
import { actualSchema, catchUpSchema, handedOutSchema, monthToDateSchema } from './records/actual.ts';
import { alertSchema, noteSchema, reportSchema } from './records/diary.ts';
import { measureSchema } from './records/measure.ts';
import { otherSchema } from './records/other.ts';
import { scenarioSchema } from './records/scenario.ts';
import { settingsSchema } from './records/settings.ts';
import {
  lockSchema,
  placeSchema,
  proposalSchema,
  segmentSchema,
  spreadBySchema,
  taskSchema,
} from './records/goals.ts';
import { levelSchema, tierLineSchema, tierSchema } from './records/tier.ts';
import { ownFieldOfUnit, unitSchema } from './records/unit.ts';

type Fields = { readonly [field: string]: z.ZodMiniType };

/** Kinds with a field for each measure, all of one type. */
const fieldOfMeasures = {
  history: historySchema.def.valueType,
  actual: actualSchema.def.valueType,
  systemActual: actualSchema.def.valueType,
  handedOut: handedOutSchema.def.valueType,
} satisfies { readonly [K in RecordKind]?: z.ZodMiniType };

/** The type of each field of all other kinds. */
const fieldsByKind: { readonly [K in Exclude<RecordKind, keyof typeof fieldOfMeasures>]: Fields } = {
  settings: settingsSchema.shape,
  unit: unitSchema.shape,
  measure: measureSchema.shape,
  other: otherSchema.shape,
  goal: goalSchema.shape,
  segment: segmentSchema.shape,
  lock: lockSchema.shape,
  spreadBy: spreadBySchema.shape,
  task: taskSchema.shape,
  proposal: proposalSchema.shape,
  place: placeSchema.shape,
  inHand: inHandSchema.shape,
  override: overrideSchema.shape,
  season: seasonSchema.shape,
  dayOff: dayOffSchema.shape,
  alias: aliasSchema.shape,
  mapping: mappingSchema.shape,
  scenario: scenarioSchema.shape,
  catchUp: catchUpSchema.shape,
  monthToDate: monthToDateSchema.shape,
  tier: tierSchema.shape,
  tierLine: tierLineSchema.shape,
  level: levelSchema.shape,
  note: noteSchema.shape,
  report: reportSchema.shape,
  alert: alertSchema.shape,
  // Nobody types them; the planner reads them leniently.
  slice: {},
  prior: {},
  writer: {},
};

/** The fields with a name of their own; none for kinds with a field for each measure, or of newer versions. */
const fieldsOf = (kind: string): Fields =>
  Object.hasOwn(fieldsByKind, kind) ? fieldsByKind[kind as keyof typeof fieldsByKind] : {};

function typeOf(kind: string, field: string): z.ZodMiniType | undefined {
  if (Object.hasOwn(fieldOfMeasures, kind)) return fieldOfMeasures[kind as keyof typeof fieldOfMeasures];
  const fields = fieldsOf(kind);
  if (Object.hasOwn(fields, field)) return fields[field];
  return kind === 'unit' ? ownFieldOfUnit(field) : undefined;
}

/** A value that its field cannot hold; a blank always can be, and fields and kinds of newer versions hold anything. */
export function validateValue(id: string, field: string, value: Json): Failure | null {
  if (value === null || (typeOf(kindOf(id), field)?.safeParse(value).success ?? true)) return null;
  return fail('valueWrong', { value }, { record: id, field }).failure;
}

/** Required fields that a record lacks. */
export const missingIn = (id: string, values: Values): Failure[] =>
  Object.entries(fieldsOf(kindOf(id)))
    .filter(([field, type]) => (values[field] ?? null) === null && !type.safeParse(undefined).success)
    .map(([field]) => fail('valueMissing', {}, { record: id, field }).failure);

/** What is wrong with a record's shown values, one failure per field: impossible values and missing required ones. */
export function validateRecord(id: string, values: Values): Failure[] {
  const wrong = Object.entries(values).map(([field, value]) => validateValue(id, field, value));
  return [...wrong.filter((failure) => failure !== null), ...missingIn(id, values)];
}
