import { t } from '../../i18n/i18n.svelte.ts';
import { numberOrNull, type ColumnType } from './column-type.ts';

/** The share of a ratio that is the person's own record, 0..1: drawn as a bar, never typed. */
export const evidence: ColumnType = {
  value: numberOrNull,
  show: () => '',
  draft: () => '',
  parse: () => ({ ok: false, message: t().sheets.columns.notTyped }),
};
