import { followMonths } from './alerts.ts';
import { compareWithDraws } from './closed-form.ts';
import { foretellRealTeam } from './real-team.ts';
import { Report } from './report.ts';
import { foretellMonthEnds } from './month-end.ts';
import { reviewMonths } from './luck.ts';
import { simulatePlans } from './simulated.ts';
import { timeOdds } from './speed.ts';

/** Runs every measurement; how many figures are out of range. */
export function measure(quick: boolean, only = ''): number {
  const report = new Report((line) => console.log(line));
  if (!only || only === 'closed') compareWithDraws(report, quick ? 40_000 : 1_000_000);
  if (!only || only === 'plans') simulatePlans(report);
  if (!only || only === 'luck') reviewMonths(report);
  if (!only || only === 'ends') foretellMonthEnds(report);
  if (!only || only === 'alerts') followMonths(report, quick);
  if (!only || only === 'team') foretellRealTeam(report);
  // Machines differ: a busy one fails no check of a change.
  if (!only || only === 'speed') timeOdds(report, !quick);
  return report.missed;
}
