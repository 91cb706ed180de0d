import type { BackcastMode } from '../model/planning.ts';
import type { Month } from '../model/time.ts';

export const SHEETS = ['goals', 'team', 'history', 'backcast'] as const;
export type SheetId = (typeof SHEETS)[number];
export type Screen = SheetId | 'import' | 'settings' | 'plans';

export interface WhyTarget {
  readonly unit: string;
  readonly month: Month;
  readonly measure: string;
}

/** What lies on the desk: which screen, which month, what is selected. Nothing here is part of the plan. */
export class Desk {
  screen = $state<Screen>('backcast');
  month = $state<Month>('');
  mode = $state<BackcastMode>('goal');
  /** The Backcast sheet shows counts or ratios. */
  shows = $state<'counts' | 'ratios'>('counts');
  /** Unit key that the rows are limited to; null = all. */
  scope = $state<string | null>(null);
  panelOpen = $state(true);
  dockOpen = $state(true);
  /** What the why panel explains. */
  why = $state.raw<WhyTarget | null>(null);
  /** Keys of folded units. */
  folded = $state.raw<ReadonlySet<string>>(new Set());
}
