import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatMoney, formatNumber } from '../../i18n/numbers.ts';
import { kindOf } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import type { Leave } from '../../model/records/unit.ts';

/** Minutes after midnight. */
const CLOCK = new Set(['dayStart', 'dayEnd', 'breakStart', 'breakEnd']);
const SHARE = new Set(['confidence', 'overAssign']);

const clockText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

function numberText(field: string, value: number, currency: string): string | null {
  if (CLOCK.has(field)) return clockText(value);
  if (SHARE.has(field)) return `${formatNumber(value * 100, currentLanguage())}%`;
  return field === 'splitUnit' ? formatMoney(value, currentLanguage(), currency) : null;
}

/** A country, with the code of its region where there is one; a code of another form stays as it is. */
function countryText(place: string): string {
  const [country = '', ...region] = place.split('-');
  if (!/^[A-Z]{2}$/.test(country)) return place;
  const names = new Intl.DisplayNames(currentLanguage(), { type: 'region', fallback: 'code' });
  return [names.of(country) ?? country, ...region].join(' · ');
}

function choiceText(kind: string, field: string, value: string): string | null {
  const { chain, cells } = t();
  const words: Readonly<Record<string, string>> | undefined =
    kind === 'unit' && field === 'kind'
      ? chain.unitKind
      : field === 'template'
        ? chain.template
        : (cells.choices[`${kind} ${field}`] ?? cells.choices[field]);
  return words && Object.hasOwn(words, value) ? words[value]! : null;
}

/** Days away, each as it would be written, with its year: what is told may be of any time. */
function leaveText(spans: readonly Leave[], dayText: (day: string) => string): string {
  const words = t().cells.leave;
  return spans
    .map((away) => {
      const { from, to, part } = away;
      const days = from === to ? dayText(from) : `${dayText(from)} ${words.to} ${dayText(to)}`;
      return part < 1 ? `${days} ${words['half' in away ? away.half : 'half']}` : days;
    })
    .join('; ');
}

const isLeave = (value: Json): boolean =>
  Array.isArray(value) &&
  value.every((each) => typeof each === 'object' && each !== null && 'from' in each && 'to' in each);

/** What a cell says whose stored value is no word of people: a choice, a time of day, days away. null = it is one. */
export function valueWords(
  id: string,
  field: string,
  value: Json,
  { currency, dayText }: { readonly currency: string; readonly dayText: (day: string) => string },
): string | null {
  const kind = kindOf(id);
  if (kind === 'unit' && field === 'leave' && isLeave(value))
    return leaveText(value as unknown as readonly Leave[], dayText);
  if (typeof value === 'string')
    return kind === 'settings' && field === 'country' ? countryText(value) : choiceText(kind, field, value);
  const isShare = kind === 'unit' && field === 'overAssign';
  return (kind === 'settings' || isShare) && typeof value === 'number'
    ? numberText(field, value, currency)
    : null;
}
