import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import type { MergeFault } from '../../model/merging.ts';
import { measureName } from '../../sheets/names.ts';
import { textOr } from '../shell/follow.ts';
import { fieldName, rowName, unitName, type Named } from './cell-words.ts';

/** What no longer fits, as a sentence. */
export function faultText(named: Named, { code, id, of, count }: MergeFault): string {
  const words = t().merge.faults;
  const records = formatNumber(count, currentLanguage());
  const row = rowName(named, id, named.get(id) ?? {});
  switch (code) {
    case 'parentGone':
    case 'parentCircle':
      return words[code](row, unitName(named, of));
    case 'unitGone':
      return words.unitGone(unitName(named, of), records);
    case 'measureGone':
      return words.measureGone(measureName(named, of), records);
    case 'tierGone':
      return words.tierGone(textOr(named.get(recordId.tier(of))?.['name'], of), records);
    case 'levelGone':
      return words.levelGone(textOr(named.get(recordId.level(of))?.['name'], of), records);
    case 'valueMissing':
      return words.valueMissing(row, fieldName(of));
    case 'totalsDiffer':
      return words.totalsDiffer(of);
    case 'chainBroken':
      return words.chainBroken(measureName(named, of));
  }
}
