export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The shown values of one record: what people see. A missing field and `null` both mean blank. */
export type Values = { readonly [field: string]: Json };
