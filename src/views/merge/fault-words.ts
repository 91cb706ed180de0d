import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import type { MergeFault } from '../../model/merging.ts';
import type { CellWords } from '../records/cell-words.ts';
import { periodText } from '../records/period-text.ts';

/** What no longer fits, as a sentence. */
export function faultText(cells: CellWords, { code, id, of, count }: MergeFault): string {
  const words = t().merge.faults;
  const records = formatNumber(count, currentLanguage());
  const row = cells.row(id);
  switch (code) {
    case 'parentGone':
    case 'parentCircle':
      return words[code](row, cells.unit(of));
    case 'placeCircle':
      return words.placeCircle(row, cells.unit(of), cells.period(id));
    case 'unitGone':
      return words.unitGone(cells.unit(of), records);
    case 'measureGone':
      return words.measureGone(cells.measure(of), records);
    case 'tierGone':
      return words.tierGone(cells.row(recordId.tier(of)), records);
    case 'levelGone':
      return words.levelGone(cells.row(recordId.level(of)), records);
    case 'segmentGone':
      return words.segmentGone(cells.row(recordId.segment(of)), records);
    case 'lockBroken':
      return words.lockBroken(row, cells.value(id, 'amount', Number(of)));
    case 'valueMissing':
      return words.valueMissing(row, cells.field(id, of));
    case 'totalsDiffer':
      return words.totalsDiffer(periodText(of));
    case 'chainBroken':
      return words.chainBroken(cells.measure(of));
  }
}
