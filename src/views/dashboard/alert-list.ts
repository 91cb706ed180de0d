import type { Change } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import type { Alert, MissingAlert } from '../../model/planning.ts';
import { alertSchema, type AlertState } from '../../model/records/diary.ts';
import { readRecord } from '../../model/read-record.ts';
import { dayNumber, dayOf, type Day } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';

/** One entry of the list: an alert, or all missing days together. */
export interface Entry {
  readonly alerts: readonly Alert[];
  /** null = to be decided. */
  readonly away: AlertState | null;
}

const SNOOZE_DAYS = 7;

const stateOf = (session: PlanSession, { signature }: Alert): AlertState | null => {
  const values = session.get(recordId.alert(signature));
  return (values && readRecord(alertSchema, values)) ?? null;
};

const isAway = (state: AlertState | null, today: Day): boolean =>
  state !== null && (state.doneOn !== null || (state.snoozedUntil !== null && state.snoozedUntil > today));

/** Alerts of the units in scope, those that were put away apart; missing days are one entry. */
export function alertEntries(
  session: PlanSession,
  alerts: readonly Alert[],
  within: ReadonlySet<string> | null,
): { open: Entry[]; away: Entry[] } {
  const own = alerts.filter(({ unit }) => within?.has(unit) ?? true);
  const states = own.map((alert) => ({ alert, state: stateOf(session, alert) }));
  const open = states.filter(({ state }) => !isAway(state, session.asOf)).map(({ alert }) => alert);
  const missing = open.filter((alert): alert is MissingAlert => alert.rule === 'missing');
  const rest = open.filter(({ rule }) => rule !== 'missing');
  return {
    open: [
      ...rest.map((alert) => ({ alerts: [alert], away: null })),
      ...(missing.length > 0 ? [{ alerts: missing, away: null }] : []),
    ],
    away: states
      .filter(({ state }) => isAway(state, session.asOf))
      .map(({ alert, state }) => ({ alerts: [alert], away: state })),
  };
}

/** Puts alerts away until a day, or for good; null brings them back. */
export function putAway(
  session: PlanSession,
  alerts: readonly Alert[],
  how: 'later' | 'done' | null,
): Change[] {
  const until = how === 'later' ? dayOf(dayNumber(session.asOf) + SNOOZE_DAYS) : null;
  const state: AlertState = { snoozedUntil: until, doneOn: how === 'done' ? session.asOf : null };
  return alerts.flatMap(({ signature }): Change[] => {
    const id = recordId.alert(signature);
    if (!session.get(id)) return [{ create: id, values: { ...state } }];
    return (['snoozedUntil', 'doneOn'] as const).map((field) => ({ id, field, value: state[field] }));
  });
}

export const snoozeDay = (session: PlanSession): Day => dayOf(dayNumber(session.asOf) + SNOOZE_DAYS);
