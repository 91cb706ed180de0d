import type { Component } from 'svelte';

export interface MenuItem {
  readonly label: string;
  run(): void;
  /** Keys shown at the right. */
  readonly keys?: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  /** Makes it a choice: drawn with a tick when true. */
  readonly checked?: boolean;
  readonly icon?: Component<{ size?: number }>;
  readonly indent?: number;
}
/** `null` draws a rule. */
export type MenuEntry = MenuItem | null;

/** The next enabled item from `index` in a direction, around the ends; -1 = none is enabled. */
export function nextItem(enabled: readonly boolean[], index: number, by: 1 | -1): number {
  for (let step = 1; step <= enabled.length; step++) {
    const at = (index + by * step + enabled.length * 2) % enabled.length;
    if (enabled[at]) return at;
  }
  return -1;
}
