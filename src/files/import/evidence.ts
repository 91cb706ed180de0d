import { readNumber } from '../../model/entry/number.ts';
import type { Table } from './table.ts';
import type { ColumnGuess, Target } from './types.ts';

const SAMPLED = 300;
const ENOUGH = 5;
/** Where a guessed measure may lie as a share of the one before it. */
const PLAUSIBLE: Readonly<Record<string, { of: Target; from: number; to: number }>> = {
  connects: { of: 'dials', from: 0.05, to: 1 },
  conversations: { of: 'connects', from: 0.03, to: 0.8 },
  intents: { of: 'conversations', from: 0.02, to: 0.9 },
  revenue: { of: 'pipeline', from: 0.02, to: 1.5 },
};

function numberAt(cells: readonly string[], column: ColumnGuess): number {
  const read = readNumber(cells[column.index] ?? '', column.decimal ? { decimal: column.decimal } : {});
  return read.ok && read.value ? read.value.value * (read.value.scaled ? 1 : column.scale) : NaN;
}

function quantiles(shares: readonly number[]): { low: number; high: number } {
  const sorted = [...shares].sort((a, b) => a - b);
  const at = (q: number) => sorted[Math.round(q * (sorted.length - 1))] ?? NaN;
  return { low: at(0.1), high: at(0.9) };
}

function withEvidence(guess: ColumnGuess, base: ColumnGuess, rows: readonly string[][]): ColumnGuess {
  const shares = rows.flatMap((row) => {
    const share = numberAt(row, guess) / numberAt(row, base);
    return Number.isFinite(share) ? [share] : [];
  });
  const range = Object.hasOwn(PLAUSIBLE, guess.target) ? PLAUSIBLE[guess.target] : undefined;
  if (shares.length < ENOUGH || !range) return guess;
  const { low, high } = quantiles(shares);
  const fits = low >= range.from && high <= range.to;
  return { ...guess, score: guess.score + (fits ? 0.15 : -0.25), evidence: { of: base.target, low, high } };
}

/** Backs or doubts the guesses by what the values say: conversations that are 17 to 31 % of the connects fit. */
export function shareEvidence(
  columns: readonly ColumnGuess[],
  table: Table,
  headerRow: number,
): ColumnGuess[] {
  const rows = table.rows.slice(headerRow + 1, headerRow + 1 + SAMPLED);
  return columns.map((guess) => {
    const base = columns.find(
      ({ target, month }) => target === PLAUSIBLE[guess.target]?.of && month === guess.month,
    );
    return base && (guess.reason === 'guess' || guess.reason === 'values')
      ? withEvidence(guess, base, rows)
      : guess;
  });
}
