import type { Leave } from './records/unit.ts';
import type { Day } from './time.ts';

/** Leave with one whole day more, the earliest first; as it was where the day lies in it already. */
export function withLeaveDay(leave: readonly Leave[], day: Day): Leave[] {
  if (leave.some(({ from, to }) => from <= day && day <= to)) return [...leave];
  return [...leave, { from: day, to: day, part: 1 }].sort(
    (a, b) => Number(a.from > b.from) - Number(a.from < b.from),
  );
}
