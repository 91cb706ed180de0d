import { t } from '../../i18n/i18n.svelte.ts';
import { parseDay } from '../../model/entry/day.ts';
import { fail, ok, type Result } from '../../model/failure.ts';
import type { Json } from '../../model/json.ts';
import type { Leave } from '../../model/records/unit.ts';
import type { Day } from '../../model/time.ts';
import { parsed, refused, type ColumnType } from './column-type.ts';

const HALF = /\s*(上午|下午|半天|半日|am|pm|morning|afternoon|half(?:[ -]?days?)?)$/i;
const MORNING = /^(上午|am|morning)$/i;
const AFTERNOON = /^(下午|pm|afternoon)$/i;
const RANGE = /\s*(?:至|到|~|～|\bto\b|–|—|\s-\s)\s*/i;
const SEPARATOR = /[,，、;；\n]/;

/** `12-21 至 24` ends in the same month. */
const endOf = (text: string, from: Day): string =>
  /^\d{1,2}日?$/.test(text) ? `${from.slice(0, 8)}${text.replace('日', '').padStart(2, '0')}` : text;

/** With the half of the day, where it is said. */
function withPart(span: Pick<Leave, 'from' | 'to'>, word: string | undefined): Leave {
  if (word === undefined) return { ...span, part: 1 };
  if (MORNING.test(word)) return { ...span, part: 0.5, half: 'morning' };
  return AFTERNOON.test(word) ? { ...span, part: 0.5, half: 'afternoon' } : { ...span, part: 0.5 };
}

function readPart(text: string, today: Day): Leave | null {
  const [first = '', last = first, more] = text.replace(HALF, '').split(RANGE);
  const from = parseDay(first, { today });
  if (!from.ok || !from.value || more !== undefined) return null;
  const to = parseDay(last === first ? from.value : endOf(last, from.value), { today });
  if (!to.ok || !to.value || to.value < from.value) return null;
  return withPart({ from: from.value, to: to.value }, HALF.exec(text)?.[1]);
}

/**
 * Leave as people write it: `11-26 下午, 12-21 至 12-24`. Days without a year are the nearest to today; mornings and
 * afternoons are half days, and stay what they are. Fails with `badLeave` and the part that was not understood as `text`.
 */
export function parseLeave(text: string, today: Day): Result<Leave[]> {
  const leave: Leave[] = [];
  for (const part of text.split(SEPARATOR).map((written) => written.trim())) {
    if (part === '') continue;
    const read = readPart(part, today);
    if (!read) return fail('badLeave', { text: part.slice(0, 80) });
    leave.push(read);
  }
  return ok(leave.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))));
}

/** Without its year where reading it gives the same day again. */
function shortDay(day: Day, today: Day): string {
  const short = day.slice(5);
  const again = parseDay(short, { today });
  return again.ok && again.value === day ? short : day;
}

/** The opposite of `parseLeave`, in the words of a language. */
export const writeLeave = (
  leave: readonly Leave[],
  today: Day,
  words: { readonly to: string; readonly half: string; readonly morning: string; readonly afternoon: string },
): string =>
  leave
    .map((away) => {
      const { from, to, part } = away;
      const first = shortDay(from, today);
      const written = from === to ? first : `${first} ${words.to} ${shortDay(to, today)}`;
      return part < 1 ? `${written} ${words['half' in away ? away.half : 'half']}` : written;
    })
    .join(', ');

const written = (stored: Json, today: Day): string => {
  return Array.isArray(stored) ? writeLeave(stored, today, t().sheets.columns) : '';
};

/** Days away, as a list of spans. */
export const leave: ColumnType = {
  value: (stored, { asOf }) => written(stored, asOf) || null,
  show: (stored, { asOf }) => written(stored, asOf),
  draft: (stored, { asOf }) => written(stored, asOf),
  parse(text, { asOf }) {
    const read = parseLeave(text, asOf);
    return read.ok ? parsed(read.value) : refused(read.failure);
  },
};
