import { ok, fail, type Result } from '../../model/failure.ts';
import { parseDay } from '../../model/entry/day.ts';
import type { Leave } from '../../model/records/unit.ts';
import type { Day } from '../../model/time.ts';

const HALF = /\s*(上午|下午|半天|am|pm|half)$/i;
const RANGE = /\s*(?:至|到|~|～|\bto\b|–)\s*/i;

const shortDay = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;

function readPart(text: string, today: Day): Leave | null {
  const part = HALF.test(text) ? 0.5 : 1;
  const [first = '', last = first, more] = text.replace(HALF, '').split(RANGE);
  const from = parseDay(first, { today });
  const to = parseDay(last, { today });
  if (!from.ok || !to.ok || !from.value || !to.value || more !== undefined) return null;
  return from.value <= to.value ? { from: from.value, to: to.value, part } : null;
}

/** Leave as people write it: `11-26 下午, 12-21 至 12-24`. Days without a year are the nearest to today. */
export function parseLeave(text: string, today: Day): Result<Leave[]> {
  const parts = text.split(/[,，、;；]/).map((part) => part.trim());
  const leave: Leave[] = [];
  for (const part of parts) {
    if (part === '') continue;
    const read = readPart(part, today);
    if (!read) return fail('badLeave', { text: part });
    leave.push(read);
  }
  return ok(leave);
}

/** The opposite of `parseLeave`; `words` are the language's "to" and "half day". */
export const writeLeave = (
  leave: readonly Leave[],
  today: Day,
  words: { readonly to: string; readonly half: string },
): string =>
  leave
    .map(({ from, to, part }) => {
      const days =
        from === to ? shortDay(from, today) : `${shortDay(from, today)} ${words.to} ${shortDay(to, today)}`;
      return part < 1 ? `${days} ${words.half}` : days;
    })
    .join(', ');
