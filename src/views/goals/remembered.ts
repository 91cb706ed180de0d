import type { Desk } from '../../state/desk.svelte.ts';
import type { GoalsDesk } from '../../state/goals-desk.ts';
import { readPreference, writePreference } from '../../ui/preferences.ts';

const VIEW = 'goals.view';
const SEGMENTS = 'goals.segments';
const CHECKS = 'goals.checks';

/** This browser shows the goals as they were looked at last. */
export function rememberView({ view, segments, checks }: GoalsDesk): void {
  writePreference(VIEW, view);
  writePreference(CHECKS, checks ? null : 'hidden');
  if (typeof segments === 'string') writePreference(SEGMENTS, segments);
}

export function recallView(desk: Desk): void {
  const view = readPreference(VIEW);
  if (view === 'year' || view === 'quarter' || view === 'weeks') desk.goals = { ...desk.goals, view };
  if (readPreference(CHECKS) === 'hidden') desk.goals = { ...desk.goals, checks: false };
  if (readPreference(SEGMENTS) === 'rows') desk.goals = { ...desk.goals, segments: 'rows' };
}
