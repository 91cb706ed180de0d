import { formatNumber } from '../../i18n/numbers.ts';
import type { Language } from '../../i18n/i18n.svelte.ts';

const UNIT = 100;

/** Whole major units of parts that still add up to the whole: what the eye adds is what the gap says. Minor units. */
export function roundedParts(parts: readonly number[], whole: number): number[] {
  const rounded = parts.map((part) => Math.round(part / UNIT));
  const missing = Math.round(whole / UNIT) - rounded.reduce((sum, part) => sum + part, 0);
  const byRest = parts
    .map((part, at) => ({ at, rest: (part / UNIT - rounded[at]!) * Math.sign(missing) }))
    .sort((a, b) => b.rest - a.rest);
  for (let i = 0; i < Math.abs(missing) && byRest.length > 0; i++)
    rounded[byRest[i % byRest.length]!.at]! += Math.sign(missing);
  return rounded.map((part) => part * UNIT || 0);
}

/** −5,120 or +180, in whole major units; nothing is 0. */
export function signedText(minor: number, language: Language): string {
  const major = Math.round(minor / UNIT) || 0;
  return major > 0 ? `+${formatNumber(major, language)}` : formatNumber(major, language);
}
