import type { BackcastMode } from '../model/planning.ts';
import type { Month } from '../model/time.ts';
import { GOALS_DESK, type GoalsDesk } from './goals-desk.ts';

/** The sheets that a plan is made on, and those that it is followed on. */
export const PLANNING_SHEETS = ['goals', 'team', 'history', 'backcast'] as const;
export const SHEETS = [...PLANNING_SHEETS, 'actuals'] as const;
export type SheetId = (typeof SHEETS)[number];
/** Screens that look back on what was done. */
export const LOOK_BACK = ['dashboard', 'review', 'reports'] as const;
export type LookBackId = (typeof LOOK_BACK)[number];
export type Screen = SheetId | LookBackId | 'import' | 'settings' | 'versions' | 'plans';

/** The number of a unit that is explained, in the month on the desk. */
export interface WhyTarget {
  readonly unit: string;
  readonly measure: string;
}

const roomFor = (width: number, height: number): boolean =>
  typeof innerWidth === 'undefined' || (innerWidth >= width && innerHeight >= height);

/** What lies on the desk: which screen, which month, what is selected. Nothing here is part of the plan. */
export class Desk {
  screen = $state<Screen>('backcast');
  month = $state<Month>('');
  mode = $state<BackcastMode>('goal');
  /** The Backcast sheet shows counts or ratios. */
  shows = $state<'counts' | 'ratios'>('counts');
  /** The measure that the Actuals sheet shows; null = the work. */
  measure = $state<string | null>(null);
  /** Unit key that the rows are limited to; null = all. */
  scope = $state<string | null>(null);
  // On a small laptop the grid comes first; both are one key or click away.
  panelOpen = $state(roomFor(1300, 0));
  dockOpen = $state(roomFor(0, 850));
  /** What the why panel explains. */
  why = $state.raw<WhyTarget | null>(null);
  goals = $state.raw<GoalsDesk>(GOALS_DESK);
  /** Keys of folded units. */
  folded = $state.raw<ReadonlySet<string>>(new Set());
}
