import { isTarget } from './catalog.ts';
import { lookAtColumns, type ColumnLook } from './columns.ts';
import { shareEvidence } from './evidence.ts';
import { findHeader, headerMonth, titleYear } from './header.ts';
import { mappingKey, ownMeasureKey } from './keys.ts';
import { splitUnit } from './scale.ts';
import type { Table } from './table.ts';
import type { ColumnGuess, ColumnReason, DraftRequest, PlanFacts, Target } from './types.ts';
import { headerWord, isInbound, isRatioWord, matchWord } from './words.ts';

type Choice = readonly [target: Target, reason: ColumnReason, score: number];
const SCORES = { same: 1, synonym: 0.95, guess: 0.65 } as const;

/** A column of the plan's own measure, called as the plan calls it. */
function ownMeasure(word: string, facts: PlanFacts): Choice | null {
  const own = facts.measures.find(({ name, key }) =>
    name ? headerWord(name) === word : key === ownMeasureKey(word),
  );
  return own ? [own.key, 'same', 1] : null;
}

function byWord(header: string, look: ColumnLook, facts: PlanFacts): Choice | null {
  const word = headerWord(splitUnit(header).name);
  if (word === '') return null;
  const match = matchWord(word);
  if (isInbound(word)) return ['ignore', 'inbound', 1];
  if (!match && (isRatioWord(word) || isRatioWord(header.toLowerCase()))) return ['ignore', 'ratio', 1];
  if (!match) return ownMeasure(word, facts);
  const { target, how } = match;
  if (target === 'day' && look.days < 0.5 && look.months > 0.5) return ['month', how, SCORES[how]];
  if (target === 'day' && !look.midMonth && look.filled > 0) return ['month', how, SCORES[how]];
  if (target === 'month' && look.manyDays) return ['day', how, 0.9];
  return [target, how, SCORES[how]];
}

function byLook(look: ColumnLook): Choice {
  if (look.filled > 0 && look.percents > 0.5) return ['ignore', 'ratio', 1];
  return ['ignore', 'unknown', 0];
}

const hasWords = (look: ColumnLook) => look.filled > 0 && look.numbers < 0.2 && look.months < 0.5;

/** Where a header is missing or strange, the first column of words is the name, a column of months the month. */
function fillByLooks(choices: Choice[], looks: readonly ColumnLook[], headers: readonly string[]): void {
  const has = (target: Target) => choices.some(([chosen]) => chosen === target);
  const free = (at: number) => choices[at]?.[1] === 'unknown';
  const strange = (at: number) => !headers[at]?.trim();
  if (!has('month') && !has('day')) {
    const at = looks.findIndex(
      (look, i) => free(i) && look.filled > 0 && look.months > 0.9 && look.numbers < 1.1,
    );
    const look = looks[at];
    const serial = look && look.numbers > 0.9 && !(look.middle > 190_000 && look.middle < 210_013);
    if (look && !(serial && !strange(at))) choices[at] = [look.manyDays ? 'day' : 'month', 'values', 0.8];
  }
  if (!has('rep')) {
    const at = looks.findIndex((look, i) => free(i) && hasWords(look) && strange(i));
    if (at >= 0) choices[at] = ['rep', 'values', 0.8];
  }
}

/** Without headers, the columns of numbers are read as the chain in its order; every one is a guess to look at. */
function fillByOrder(choices: Choice[], looks: readonly ColumnLook[], facts: PlanFacts): void {
  const chain = [...facts.measures].sort((a, b) => a.order - b.order).map(({ key }) => key);
  looks.forEach((look, at) => {
    if (choices[at]?.[1] !== 'unknown' || look.numbers < 0.8) return;
    const key = chain.shift();
    if (key) choices[at] = [key, 'values', 0.5];
  });
}

/** Of two columns for one target the surer one stays. */
function dropDoubles(choices: Choice[]): void {
  const best = new Map<Target, number>();
  choices.forEach(([target, , score], at) => {
    if (target === 'ignore' || target === 'cells') return;
    const other = best.get(target);
    const loser = other !== undefined && (choices[other]?.[2] ?? 0) >= score ? at : other;
    if (loser !== at) best.set(target, at);
    if (loser !== undefined) choices[loser] = ['ignore', 'duplicate', 1];
  });
}

/** Wide tables: two or more headers are months, and no column of months stands beside them. */
function wideMonths(
  headers: readonly string[],
  titles: readonly string[][],
  facts: PlanFacts,
): (string | null)[] {
  const year = titleYear(titles);
  const months = headers.map((header) => headerMonth(header, year, facts.asOf));
  return months.filter(Boolean).length >= 2 ? months : headers.map(() => null);
}

function choose(
  headers: readonly string[],
  looks: readonly ColumnLook[],
  months: readonly (string | null)[],
  facts: PlanFacts,
): Choice[] {
  const remembered = facts.mappings[mappingKey(headers)];
  const choices = looks.map((look, at): Choice => {
    const header = headers[at] ?? '';
    const kept = remembered && Object.hasOwn(remembered, header) ? remembered[header] : undefined;
    if (isTarget(kept, facts)) return [kept, 'remembered', 1];
    if (months[at]) return ['cells', 'wide', 1];
    return byWord(header, look, facts) ?? byLook(look);
  });
  const wide = choices.some(([target]) => target === 'cells');
  fillByLooks(choices, looks, headers);
  if (!wide && !headers.some((header) => header.trim())) fillByOrder(choices, looks, facts);
  dropDoubles(choices);
  return wide
    ? choices.map(([target, ...rest]) => [target === 'month' ? 'ignore' : target, ...rest])
    : choices;
}

export interface Guessed {
  readonly headerRow: number;
  readonly columns: readonly ColumnGuess[];
}

/** What each column is, with the reason and how sure; a person's choices stand before every guess. */
export function guessColumns(table: Table, request: DraftRequest): Guessed {
  const { facts } = request;
  const headerRow = request.headerRow ?? findHeader(table.rows);
  const looks = lookAtColumns(table, headerRow);
  const headers = looks.map((_, at) => (headerRow < 0 ? '' : (table.rows[headerRow]?.[at] ?? '').trim()));
  const months = wideMonths(headers, table.rows.slice(0, Math.max(0, headerRow)), facts);
  const choices = choose(headers, looks, months, facts);
  const columns = looks.map((look, index): ColumnGuess => {
    const chosen = request.targets?.[index];
    const [target, reason, score] = chosen === undefined ? choices[index]! : [chosen, 'chosen' as const, 1];
    return {
      index,
      header: headers[index] ?? '',
      target,
      reason,
      score,
      scale: splitUnit(headers[index] ?? '').scale,
      month: months[index] ?? null,
      numeric: look.numbers > 0.5,
      evidence: null,
      decimal: look.decimal,
      dayOrder: look.dayOrder,
    };
  });
  return { headerRow, columns: shareEvidence(columns, table, headerRow) };
}
