import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatMonth } from '../../i18n/numbers.ts';
import { keysOf, kindOf, recordId, SETTINGS_ID } from '../../model/ids.ts';
import type { Json, Values } from '../../model/json.ts';
import { parseSettings } from '../../model/records/read.ts';
import { isMoney, measureName } from '../../sheets/names.ts';
import { countText, moneyText, ratioText } from '../shell/figures.ts';
import { textOr } from '../shell/follow.ts';

/** Records as they are, or as they will be where they are not here yet. */
export interface Named {
  get(id: string): Values | undefined;
}

/** Kinds with a field for each measure. */
const OF_MEASURES: ReadonlySet<string> = new Set(['history', 'actual', 'systemActual', 'handedOut']);
/** Kinds of which the row is a unit, and the second key a time. */
const OF_UNIT: ReadonlySet<string> = new Set([
  ...['history', 'actual', 'systemActual', 'handedOut', 'goal', 'inHand', 'monthToDate', 'catchUp', 'report'],
]);
const MONEY_KINDS: ReadonlySet<string> = new Set(['goal', 'inHand', 'tierLine']);

export const unitName = (named: Named, key: string): string =>
  textOr(named.get(recordId.unit(key))?.['name'], key);

const timeText = (time: string): string => (/^\d{4}-\d{2}$/.test(time) ? time : time.slice(5) || time);

/** What a person calls the row that a record stands in. */
export function rowName(named: Named, id: string, record: Values): string {
  const kind = kindOf(id);
  const [first = '', second = ''] = keysOf(id);
  if (id === SETTINGS_ID) return t().merge.parts.settings;
  if (OF_UNIT.has(kind) || kind === 'override') return unitName(named, first);
  if (kind === 'measure') return measureName(named, first);
  if (kind === 'note') return unitName(named, textOr(record['unit'], ''));
  if (kind === 'tierLine')
    return (
      textOr(named.get(recordId.tier(first))?.['name'], first) + (second === 'all' ? '' : ` · ${second}`)
    );
  if (kind === 'dayOff') return first;
  if (kind === 'season') return formatMonth(`2026-${first}`, currentLanguage()).replace(/2026\s*年?\s*/, '');
  return textOr(record['name'], first);
}

/** What a person calls the column of a cell; the whole row where no field is named. */
export function columnName(named: Named, id: string, field: string | null, record: Values): string {
  const kind = kindOf(id);
  const [, second = '', third = ''] = keysOf(id);
  const words = t().merge;
  if (field === '$') return words.list.wholeRow;
  if (OF_MEASURES.has(kind))
    return [timeText(third || second), field === null ? '' : measureName(named, field)]
      .filter(Boolean)
      .join(' ');
  if (kind === 'goal' || kind === 'inHand') return `${second} ${words.columns[kind]}`;
  if (kind === 'override') return `${measureName(named, second)} ${third}`;
  if (kind === 'note')
    return [timeText(textOr(record['day'], '')), fieldName(field)].filter(Boolean).join(' ');
  if (OF_UNIT.has(kind)) return [timeText(second), fieldName(field)].filter(Boolean).join(' ');
  return fieldName(field) || words.list.wholeRow;
}

/** A field in words; those that have none are called as they are. */
export function fieldName(field: string | null): string {
  if (field === null) return '';
  const words: Readonly<Record<string, string>> = t().merge.fields;
  return words[field] ?? field;
}

/** A value as it is shown; blank = the word for it. */
export function valueText(named: Named, id: string, field: string, value: Json): string {
  const words = t().merge;
  if (field === '$') return value === true ? words.conflicts.keep : words.conflicts.remove;
  if (value === null || value === '') return words.list.blank;
  if (typeof value === 'number') return numberText(named, id, field, value);
  if (field === 'parent' && typeof value === 'string') return unitName(named, value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return plainText(value);
}

function numberText(named: Named, id: string, field: string, value: number): string {
  const { currency } = parseSettings(named.get(SETTINGS_ID) ?? {});
  const kind = kindOf(id);
  if (MONEY_KINDS.has(kind) && field === 'amount') return moneyText(value, currency);
  if (OF_MEASURES.has(kind)) return isMoney(named, field) ? moneyText(value, currency) : countText(value);
  if (kind === 'override' && field === 'ratio') {
    const step = named.get(recordId.measure(keysOf(id)[1] ?? ''))?.['step'];
    return ratioText(
      value,
      step === 'value' || step === 'rate' || step === 'yield' ? step : 'share',
      currency,
    );
  }
  return String(value);
}

/** A list or a table, as short as can be told apart. */
function plainText(value: Json): string {
  if (Array.isArray(value)) return value.map((each: Json) => plainText(each)).join('; ');
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((each) => plainText(each))
      .join(' ');
  return value === null ? '' : String(value);
}

/** A record that comes or goes, in one line. */
export function recordText(named: Named, id: string, record: Values): string {
  const isRow = OF_MEASURES.has(kindOf(id));
  const said = Object.entries(record).filter(
    ([, value]) => value !== null && value !== '' && value !== false,
  );
  return said
    .slice(0, 6)
    .map(
      ([field, value]) =>
        `${isRow ? measureName(named, field) : fieldName(field)} ${valueText(named, id, field, value)}`,
    )
    .join(' · ');
}
