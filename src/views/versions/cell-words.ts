import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatDay, formatMoney, formatMonth, formatNumber, formatShare } from '../../i18n/numbers.ts';
import { LIFE } from '../../model/facts/record.ts';
import { keysOf, kindOf, recordId } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import { isThing, unitOfRecord, type RecordSheet } from '../../model/sheet-of.ts';
import { isDay, isMonth } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';
import { textOr } from '../shell/follow.ts';
import { settingsOf } from '../shell/settings-of.ts';
import { planWords } from '../../sheets/words.ts';

/** What people call a record, one of its cells, and what the cell says. */
export interface CellWords {
  row(id: string): string;
  column(id: string, field: string): string;
  value(id: string, field: string, value: Json): string;
  /** Numbers stand to the right. */
  isNumber(id: string, field: string, value: Json): boolean;
}

export function sheetName(sheet: RecordSheet): string {
  const { nav } = t().app;
  const own = t().versions.sheets;
  return sheet === 'whatIf' || sheet === 'other' ? own[sheet] : nav[sheet];
}

const MEASURED = new Set(['history', 'actual', 'systemActual', 'handedOut']);
const MONEY_AMOUNT = new Set(['goal', 'inHand', 'tierLine']);
const LONG_TEXT = 60;

/** A month or a day in words; any other text as it is. */
export function periodText(text: string): string {
  const language = currentLanguage();
  if (isMonth(text)) return formatMonth(text, language);
  return isDay(text) ? formatDay(text, language, { day: 'numeric', month: 'short', year: 'numeric' }) : text;
}

const shortened = (text: string): string => (text.length > LONG_TEXT ? `${text.slice(0, LONG_TEXT)}…` : text);

/** `names`: of units that the plan has no longer. */
export function cellWords(session: PlanSession, names: Readonly<Record<string, string>>): CellWords {
  const words = t().versions;
  const plan = planWords(session.ofKind('measure'));
  const { currency } = settingsOf(session);
  const money = new Set(plan.measures.filter(({ unit }) => unit === 'money').map(({ key }) => key));
  const named = (id: string, key: string) => textOr(session.get(id)?.['name'], names[key] ?? key);
  const unitName = (key: string) => named(recordId.unit(key), key);
  const nouns: { readonly [kind: string]: (keys: readonly string[], id: string) => string } = {
    settings: () => words.kinds.settings,
    measure: ([key = '']) => plan.measure(key),
    other: ([key = ''], id) => named(id, key),
    season: ([month = '']) => words.kinds.season(month),
    dayOff: ([day = '']) => periodText(day),
    alias: (keys) => words.kinds.alias(decodeURIComponent(keys.join('/'))),
    mapping: () => words.kinds.mapping,
    note: (_, id) => shortened(textOr(session.get(id)?.['text'], words.kinds.note)),
    alert: () => words.kinds.alert,
    slice: () => words.kinds.slice,
    prior: ([key = '']) => plan.measure(key),
    tier: ([key = ''], id) => named(id, key),
    tierLine: ([key = '']) => named(recordId.tier(key), key),
    level: ([key = ''], id) => named(id, key),
    scenario: ([key = ''], id) => named(id, key),
  };
  const row = (id: string): string => {
    const unit = unitOfRecord(id);
    if (unit !== null) return unitName(unit);
    const noun = nouns[kindOf(id)];
    return noun ? noun(keysOf(id), id) : id;
  };
  const isMoney = (id: string, field: string) =>
    MEASURED.has(kindOf(id)) ? money.has(field) : MONEY_AMOUNT.has(kindOf(id)) && field === 'amount';
  return {
    row,
    column: (id, field) => columnOf(id, field, (key) => plan.measure(key)),
    isNumber: (_, __, value) => typeof value === 'number',
    value(id, field, value) {
      if (value === null || value === '') return words.blank;
      if (typeof value === 'boolean') return value ? words.yes : words.no;
      if (typeof value === 'number')
        return numberText(id, field, value, isMoney(id, field) ? currency : null);
      if (typeof value === 'string')
        return field === 'parent' || field === 'unit' ? unitName(value) : shortened(periodText(value));
      return words.entries(Array.isArray(value) ? value.length : Object.keys(value).length);
    },
  };
}

function numberText(id: string, field: string, value: number, currency: string | null): string {
  const language = currentLanguage();
  if (currency !== null) return formatMoney(value, language, currency);
  if (kindOf(id) === 'override' && field === 'ratio')
    return value < 1 ? formatShare(value, language) : formatNumber(value, language, 2);
  return formatNumber(value, language, Number.isInteger(value) ? 0 : 2);
}

/** The period of a cell goes with what it is: Goal, Dec 2026. */
function columnOf(id: string, field: string, measure: (key: string) => string): string {
  const words = t().versions;
  const kind = kindOf(id);
  const [, second = '', third = ''] = keysOf(id);
  const own = () => words.fields[field] ?? field;
  const inPeriod = (name: string, period: string) => `${name}, ${periodText(period)}`;
  if (field === LIFE && isThing(id)) return '';
  switch (kind) {
    case 'goal':
      return inPeriod(words.goal, second);
    case 'inHand':
      return inPeriod(words.inHand, second);
    case 'history':
    case 'actual':
      return inPeriod(measure(field), second);
    case 'systemActual':
      return inPeriod(words.system(measure(field)), second);
    case 'handedOut':
      return inPeriod(words.handedOut(measure(field)), third);
    case 'monthToDate':
      return inPeriod(words.monthToDate, second);
    case 'catchUp':
      return inPeriod(words.catchUp, second);
    case 'override':
      return inPeriod(`${measure(second)} ${own()}`, third);
    case 'report':
      return `${words.kinds.report(second)}, ${own()}`;
    case 'tierLine':
      return inPeriod(own(), third);
    default:
      return own();
  }
}
