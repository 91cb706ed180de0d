import { isField, isTarget } from './catalog.ts';
import { lookAtColumns, type ColumnLook } from './columns.ts';
import { shareEvidence } from './evidence.ts';
import { findHeads, type Heads } from './heads.ts';
import { isMonthHeader, titleMonth } from './header.ts';
import { layoutKey } from './keys.ts';
import { isTotalWord } from './leave-out.ts';
import { meaningOf, namesMeasure, type Choice } from './meaning.ts';
import { splitUnit } from './scale.ts';
import type { Table } from './table.ts';
import type { ColumnGuess, DraftRequest, PlanFacts, Target } from './types.ts';

/** What the header says, put right by what stands below it. */
function byWord(header: string, look: ColumnLook, facts: PlanFacts): Choice | null {
  const choice = meaningOf(header, facts);
  if (!choice) return null;
  const [target, how, score] = choice;
  if (target === 'day' && look.days < 0.5 && look.months > 0.5) return ['month', how, score];
  if (target === 'day' && !look.midMonth && look.filled > 0) return ['month', how, score];
  if (target === 'month' && look.manyDays) return ['day', how, 0.9];
  return choice;
}

function byLook(look: ColumnLook): Choice {
  if (look.filled > 0 && look.percents > 0.5) return ['ignore', 'ratio', 1];
  return ['ignore', 'unknown', 0];
}

const hasWords = (look: ColumnLook) => look.filled > 0 && look.numbers < 0.2 && look.months < 0.5;

/** A column of months is known by its cells; one of Excel serials only under a blank header. */
function fillByWhen(choices: Choice[], looks: readonly ColumnLook[], headers: readonly string[]): void {
  if (choices.some(([target]) => target === 'month' || target === 'day')) return;
  const at = looks.findIndex(
    (look, i) => choices[i]?.[1] === 'unknown' && look.filled > 0 && look.months > 0.9,
  );
  const look = looks[at];
  const serial = look && look.numbers > 0.9 && !(look.middle > 190_000 && look.middle < 210_013);
  if (look && !(serial && headers[at]?.trim()))
    choices[at] = [look.manyDays ? 'day' : 'month', 'values', 0.8];
}

/** Under a blank header, the first column of words is the name. */
function fillByName(choices: Choice[], looks: readonly ColumnLook[], headers: readonly string[]): void {
  if (choices.some(([target]) => target === 'rep')) return;
  const at = looks.findIndex(
    (look, i) => choices[i]?.[1] === 'unknown' && hasWords(look) && !headers[i]?.trim(),
  );
  if (at >= 0) choices[at] = ['rep', 'values', 0.8];
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

/** Of two columns for one target, of one month, the surer one stays. */
function dropDoubles(choices: Choice[], months: Heads['months']): void {
  const best = new Map<string, number>();
  choices.forEach(([target, , score], at) => {
    if (target === 'ignore' || target === 'cells') return;
    const key = `${target} ${isField(target) ? '' : (months[at] ?? '')}`;
    const other = best.get(key);
    const loser = other !== undefined && (choices[other]?.[2] ?? 0) >= score ? at : other;
    if (loser !== at) best.set(key, at);
    if (loser !== undefined) choices[loser] = ['ignore', 'duplicate', 1];
  });
}

/** With months across, a column of months says nothing, and a measure of no month has no place. */
function settleWide(choices: Choice[], looks: readonly ColumnLook[], months: Heads['months']): void {
  if (!months.some(Boolean)) return;
  choices.forEach(([target], at) => {
    if (target === 'month') choices[at] = ['ignore', 'duplicate', 1];
    else if (!isField(target) && !months[at]) choices[at] = ['ignore', 'noMonth', 1];
  });
  if (choices.some(([target]) => target === 'measure')) return;
  const at = looks.findIndex(
    ({ texts }, i) => choices[i]?.[1] === 'unknown' && texts.length > 0 && isMostly(texts, namesMeasure),
  );
  if (at >= 0) choices[at] = ['measure', 'values', 0.95];
}

const isMostly = (texts: readonly string[], holds: (text: string) => boolean): boolean =>
  texts.filter(holds).length > texts.length / 2;

function choose(heads: Heads, looks: readonly ColumnLook[], facts: PlanFacts): Choice[] {
  const { headers, above, months } = heads;
  const remembered = facts.mappings[layoutKey(headers.map((header, at) => ({ header, month: months[at]! })))];
  const choices = looks.map((look, at): Choice => {
    const header = headers[at] ?? '';
    const kept = remembered && Object.hasOwn(remembered, header) ? remembered[header] : undefined;
    if (months[at] && isMonthHeader(header)) return ['cells', 'wide', 1];
    if (isTotalWord(above[at] ?? '') || isTotalWord(header)) return ['ignore', 'total', 1];
    if (header !== '' && isTarget(kept, facts)) return [kept, 'remembered', 1];
    return byWord(header, look, facts) ?? byLook(look);
  });
  const wide = months.some(Boolean);
  if (!wide) fillByWhen(choices, looks, headers);
  fillByName(choices, looks, headers);
  if (!wide && !headers.some((header) => header.trim())) fillByOrder(choices, looks, facts);
  dropDoubles(choices, heads.months);
  return choices;
}

/** One month above all columns is only its title where a column says when; where none does, the title may say it. */
function settleMonths(heads: Heads, targets: readonly Target[]): Heads {
  const dated = targets.some((target) => target === 'month' || target === 'day');
  const across = new Set(heads.months.filter(Boolean)).size;
  if (dated && across === 1) return { ...heads, months: heads.months.map(() => null) };
  const inTitle = dated || across > 0 ? null : titleMonth(heads.titles);
  if (!inTitle) return heads;
  const { text, month } = inTitle;
  const months = targets.map((target) => (isField(target) ? null : month));
  return { ...heads, months, above: heads.above.map((own, at) => (months[at] ? text : own)) };
}

export interface Guessed {
  readonly heads: Heads;
  readonly columns: readonly ColumnGuess[];
}

/** What each column is, with the reason and how sure; a person's choices stand before every guess. */
export function guessColumns(table: Table, request: DraftRequest): Guessed {
  const { facts, targets = {} } = request;
  const width = Math.max(0, ...table.rows.slice(0, 50).map((row) => row.length));
  const found = findHeads(table.rows, width, facts, request.headerRow);
  const looks = lookAtColumns(table, found.headerRow);
  const guesses = choose(found, looks, facts);
  const heads = settleMonths(
    found,
    guesses.map(([target], at) => targets[at] ?? target),
  );
  settleWide(guesses, looks, heads.months);
  const own = guesses.map((guess, at): Choice => {
    const chosen = targets[at];
    return chosen === undefined ? guess : [chosen, 'chosen', 1];
  });
  const columns = looks.map((look, index): ColumnGuess => {
    const [target, reason, score] = own[index]!;
    const header = heads.headers[index] ?? '';
    return {
      index,
      header,
      above: heads.above[index] ?? '',
      target,
      reason,
      score,
      scale: splitUnit(header).scale,
      month: heads.months[index] ?? null,
      numeric: look.numbers > 0.5,
      evidence: null,
      decimal: look.decimal,
      dayOrder: look.dayOrder,
    };
  });
  return { heads, columns: shareEvidence(columns, table, heads.headerRow) };
}
