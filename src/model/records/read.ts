import type * as z from 'zod/mini';
import type { Values } from '../json.ts';
import { measureSchema, type Measure } from './measure.ts';
import { otherSchema, type OtherKind } from './other.ts';
import { scenarioSchema, type Scenario } from './scenario.ts';
import { settingsSchema, type Settings } from './settings.ts';
import { unitMinutes, unitSchema, type Unit } from './unit.ts';

/**
 * Reads one record leniently: a blank, missing or impossible value gives the field's default, a required field
 * without one gives `fallback`. So that a half-typed row, or one from a stranger's file, can always be shown.
 */
function read<S extends z.ZodMiniObject>(
  schema: S,
  values: Values,
  fallback: Partial<z.infer<S>>,
): z.infer<S> {
  const entries = Object.entries(schema.shape).map(([field, type]) => {
    const own = Object.hasOwn(values, field) ? values[field] : undefined;
    const given = (type as z.ZodMiniType).safeParse(own);
    if (given.success) return [field, given.data];
    const initial = (type as z.ZodMiniType).safeParse(undefined);
    return [field, initial.success ? initial.data : fallback[field as keyof z.infer<S>]];
  });
  return Object.fromEntries(entries) as z.infer<S>;
}

export const parseUnit = (key: string, values: Values): Unit => ({
  ...read(unitSchema, values, { name: '', kind: 'rep' }),
  key,
  minutes: unitMinutes(values),
});

export const parseMeasure = (key: string, values: Values): Measure => ({
  ...read(measureSchema, values, { order: 0, unit: 'count' }),
  key,
});

export const parseOther = (key: string, values: Values): OtherKind => ({
  ...read(otherSchema, values, {}),
  key,
});

export const parseSettings = (values: Values): Settings => read(settingsSchema, values, { name: '' });

export const parseScenario = (key: string, values: Values): Scenario => ({
  ...read(scenarioSchema, values, { name: '' }),
  key,
});
