import { t } from '../../i18n/i18n.svelte.ts';
import { chanceFigure } from '../figures.ts';
import { numberOrNull, type ColumnType } from './column-type.ts';

/** How likely something is, 0..1: in whole per cents, which is all that it deserves; never typed. */
export const chance: ColumnType = {
  value(stored) {
    const value = numberOrNull(stored);
    return value === null ? null : Math.round(value * 100) / 100;
  },
  show(stored, { language }) {
    const value = numberOrNull(stored);
    return value === null ? '' : chanceFigure(value, language);
  },
  draft: () => '',
  parse: () => ({ ok: false, message: t().sheets.columns.notTyped }),
};
