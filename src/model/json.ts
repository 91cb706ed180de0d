export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The shown values of one record: what people see. A missing field and `null` both mean blank. */
export type Values = { readonly [field: string]: Json };

/** Names that reach into the language itself when an object is indexed by them. */
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);

/** No field, header or writer may be called so: plan files with such names are refused. */
export const isHostileName = (name: string): boolean => HOSTILE.has(name);
