import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { goalPlaceOf } from '../../model/goal-place.ts';
import { keysOf, kindOf } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import { dayOf } from '../../model/time.ts';
import { periodText } from './period-text.ts';

const DAY_MS = 86_400_000;
type NameOf = (key: string) => string;

/** What the records of goals are called; null = the usual words will do. */
export interface GoalWords {
  /** The months of a lock or of a way of sharing, and its segment. */
  period(id: string): string;
  field(id: string, of: string): string | null;
  value(id: string, of: string, value: Json): string | null;
}

export function goalWords(unit: NameOf, segment: NameOf): GoalWords {
  const words = t().cells;
  return {
    period(id) {
      const place = goalPlaceOf(id);
      if (!place) return id;
      const { from, to } = place.span;
      const months = from === to ? periodText(from) : `${periodText(from)}${words.to}${periodText(to)}`;
      return place.segment === null ? months : `${months} · ${segment(place.segment)}`;
    },
    field(id, of) {
      const own = words.fields[of] ?? of;
      const [, , third] = keysOf(id);
      switch (kindOf(id)) {
        case 'goal':
          return third === undefined ? words.goal : words.goalOf(segment(third));
        case 'spreadBy':
          return words.spreadBy(own);
        case 'task':
          return words.task;
        case 'place':
          return words.placeBefore(own);
        case 'proposal':
          return of === 'step' ? words.said : own;
        default:
          return null;
      }
    },
    value(id, of, value) {
      const kind = kindOf(id);
      if (kind === 'segment' && of === 'parent' && typeof value === 'string') return segment(value);
      if (kind === 'proposal' && of === 'step')
        return typeof value === 'string' ? (words.steps[value] ?? null) : null;
      if (kind === 'proposal' && of === 'at' && typeof value === 'number')
        return periodText(dayOf(Math.floor(value / DAY_MS)));
      return kind === 'spreadBy' ? spreadValue(of, value, unit) : null;
    },
  };
}

function spreadValue(of: string, value: Json, unit: NameOf): string | null {
  const { methods } = t().cells;
  const percent = (share: Json): string => `${formatNumber(Number(share) * 100, currentLanguage(), 1)}%`;
  const methodOf = (key: Json | undefined): string | null =>
    typeof key === 'string' ? (methods[key] ?? null) : null;
  if (of === 'method') return methodOf(value);
  if (of === 'like' && typeof value === 'string') return unit(value);
  if (of === 'growth') return percent(value);
  if (of !== 'mix' || !Array.isArray(value)) return null;
  const parts = value as readonly { readonly method?: Json; readonly share?: Json }[];
  const whole = parts.reduce((sum, { share }) => sum + Number(share), 0);
  return parts
    .map(({ method, share }) => `${methodOf(method) ?? ''} ${percent(Number(share) / whole)}`)
    .join('; ');
}
