import { parseDay } from '../../model/entry/day.ts';
import type { Day } from '../../model/time.ts';
import type { Table } from './table.ts';
import type { DraftRequest } from './types.ts';

export interface DatedChat {
  readonly table: Table;
  readonly request: DraftRequest;
  /** What lines without a day were taken for; null: all say theirs, or this is no chat. */
  readonly chatDay: Day | null;
}

/** 昨天 and a line without a day become days; what cannot be read stays, to be named as a problem. */
export function dateChat(table: Table, request: DraftRequest): DatedChat {
  if (!table.chat) return { table, request, chatDay: null };
  const { facts } = request;
  const chatDay = request.chatDay ?? facts.lastWorkingDay;
  const at = table.rows[0]?.[0] === '日期' ? 0 : 1;
  const rows = table.rows.map((row, number) => {
    if (number === 0) return row;
    const day = parseDay(row[at] ?? '', { today: facts.asOf, order: 'mdy' });
    if (!day.ok) return row;
    return row.with(at, day.value ?? chatDay);
  });
  // A few words of a day say nothing about the chain that a plan has.
  const kept = { ...request, facts: { ...facts, hasHistory: true } };
  const assumed = table.rows.some((row, number) => number > 0 && !row[at]);
  return { table: { ...table, rows }, request: kept, chatDay: assumed ? chatDay : null };
}
