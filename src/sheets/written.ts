import { t } from '../i18n/i18n.svelte.ts';
import type { Json, Values } from '../model/json.ts';
import type { MonthSpan } from '../model/time.ts';
import { columnTypes, type CellHints } from './columns/index.ts';

/** What a typed text comes to: a value of a record, a total to share out, or nothing, with the reason. */
export type Written =
  | { readonly kind: 'value'; readonly id: string; readonly field: string; readonly value: Json }
  /** A record that is added each time: what was said stays said. */
  | { readonly kind: 'record'; readonly id: string; readonly values: Values }
  /** Minor units; null = the goals below become blank. */
  | {
      readonly kind: 'total';
      readonly unit: string;
      readonly span: MonthSpan;
      readonly amount: number | null;
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Typed money as minor units, which may not be negative; `use` says what becomes of it. */
export function readMoney(text: string, hints: CellHints, use: (minor: number | null) => Written): Written {
  const read = columnTypes.money.parse(text, hints);
  if (!read.ok) return { kind: 'refused', message: read.message };
  const minor = typeof read.value === 'number' ? read.value : null;
  return minor !== null && minor < 0 ? { kind: 'refused', message: t().sheets.negative } : use(minor);
}
