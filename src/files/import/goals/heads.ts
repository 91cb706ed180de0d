import { plainText } from '../../../model/entry/text.ts';
import { monthNumber, monthOf, type MonthSpan } from '../../../model/time.ts';
import { isNumber } from '../header.ts';
import { isTotalWord } from '../leave-out.ts';
import type { Table } from '../table.ts';
import type { GoalFacts } from './types.ts';
import { isGoalWord, readPeriod, yearIn, type PeriodHints } from './period.ts';
import { isFieldWord } from './words.ts';

const SEARCHED = 20;

export interface GoalHead {
  readonly header: string;
  readonly above: string;
  /** The period that the column's goals are of. */
  readonly span: MonthSpan | null;
  /** It is the sum of the periods beside it. */
  readonly isSum: boolean;
  /** A figure of a period that is no goal: what was won, by how much. */
  readonly isOther: boolean;
}

export interface GoalHeads {
  readonly headerRow: number;
  readonly rows: readonly number[];
  readonly titles: readonly string[][];
  readonly heads: readonly GoalHead[];
}

type Row = readonly string[] | undefined;
const at = (row: Row, column: number): string => plainText(row?.[column] ?? '');
const filled = (row: Row): string[] => (row ?? []).map((cell) => plainText(cell)).filter(Boolean);

/** A merged cell has its text in its first column only. */
function spreadOver(row: Row, width: number): string[] {
  let label = '';
  return Array.from({ length: width }, (_, column) => (label = at(row, column) || label));
}

/** Periods and words that a header is made of. Bare years among numbers are amounts. */
function score(row: Row, hints: PeriodHints): number {
  const cells = filled(row);
  const numbers = cells.filter((cell) => isNumber(cell) && !readPeriod(cell, hints)).length;
  if (cells.length < 2 || numbers > 0) return 0;
  const periods = cells.filter((cell) => readPeriod(cell, hints)).length;
  const words = cells.filter((cell) => isFieldWord(cell) || isGoalWord(cell)).length;
  return periods + words >= 2 || periods > 0 ? periods + words : 0;
}

function headerRowOf(rows: readonly Row[], hints: PeriodHints): number {
  const scores = rows.slice(0, SEARCHED).map((row) => score(row, hints));
  const best = Math.max(0, ...scores);
  return best > 0 ? scores.indexOf(best) : -1;
}

/** 目标 and 实际 below each month. */
const isBelowPeriods = (row: Row): boolean => {
  const cells = filled(row);
  return cells.some(isGoalWord) && cells.every((cell) => !isNumber(cell));
};

/** What stands over each column, in one row or in two. */
export function goalHeads(table: Table, facts: GoalFacts, chosen: number | undefined): GoalHeads {
  const { rows } = table;
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.length));
  const base: PeriodHints = { firstMonth: facts.firstMonth, asOf: facts.asOf };
  const upper = chosen ?? headerRowOf(rows, base);
  const two = chosen === undefined && upper >= 0 && isBelowPeriods(rows[upper + 1]);
  const headerRow = two ? upper + 1 : upper;
  const titles = rows.slice(0, Math.max(0, upper));
  const year = yearIn(titles.flat().join(' '));
  const heads = two
    ? twoRows(rows[upper], rows[headerRow], width, { ...base, year })
    : oneRow(rows[upper], rows[upper - 1], width, { ...base, year });
  const headRows = headerRow < 0 ? [] : two ? [upper, headerRow] : [headerRow];
  return { headerRow, rows: headRows, titles, heads: sumsOf(heads) };
}

function twoRows(upper: Row, lower: Row, width: number, hints: PeriodHints): GoalHead[] {
  return spreadOver(upper, width).map((label, column): GoalHead => {
    const own = at(lower, column);
    const span = readPeriod(label, hints);
    const isGoal = span !== null && (own === '' || isGoalWord(own));
    return {
      header: span ? own : own || at(upper, column),
      above: span || own ? label : '',
      span: isGoal ? span : null,
      isSum: false,
      isOther: span !== null && !isGoal,
    };
  });
}

/** A year or a quarter in the row above holds for the columns below it. */
function oneRow(row: Row, over: Row, width: number, hints: PeriodHints): GoalHead[] {
  const labels = filled(over).length > 1 || at(over, 0) === '' ? spreadOver(over, width) : [];
  return Array.from({ length: width }, (_, column): GoalHead => {
    const header = at(row, column);
    const label = labels[column] ?? '';
    const above = label ? readPeriod(label, hints) : null;
    const isSum = isTotalWord(header);
    const own = header ? readPeriod(header, { ...hints, year: yearIn(label) ?? hints.year }) : null;
    return {
      header,
      above: above ? label : '',
      span: isSum ? (own ?? above) : own,
      isSum: isSum && !own && !above,
      isOther: false,
    };
  });
}

/** 合计 alone is the sum of the periods before it back to the last such column, or where there are none, of those behind. */
function sumsOf(heads: readonly GoalHead[]): GoalHead[] {
  return heads.map((head, column) => {
    if (!head.isSum) return head;
    const before = heads.slice(heads.slice(0, column).findLastIndex(({ isSum }) => isSum) + 1, column);
    const next = heads.slice(column + 1).findIndex(({ isSum }) => isSum);
    const behind = heads.slice(column + 1, next < 0 ? heads.length : column + 1 + next);
    return { ...head, span: wholeOf(before) ?? wholeOf(behind) };
  });
}

/** The months of some periods together, where there is no gap between them. */
function wholeOf(heads: readonly GoalHead[]): MonthSpan | null {
  const months = new Set<number>();
  for (const { span } of heads)
    if (span) for (let n = monthNumber(span.from); n <= monthNumber(span.to); n++) months.add(n);
  const [from, to] = [Math.min(...months), Math.max(...months)];
  return months.size > 0 && to - from + 1 === months.size ? { from: monthOf(from), to: monthOf(to) } : null;
}
