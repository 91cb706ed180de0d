import { lookAtColumns, type ColumnLook } from '../columns.ts';
import { nameKey } from '../keys.ts';
import { splitUnit } from '../scale.ts';
import type { Table } from '../table.ts';
import type { ColumnReason } from '../types.ts';
import { goalHeads, type GoalHead, type GoalHeads } from './heads.ts';
import { readPeriod } from './period.ts';
import { rememberedTarget } from './remembered.ts';
import type { GoalColumn, GoalFacts, GoalRequest } from './types.ts';
import { goalTargetOf, isAmountWord } from './words.ts';

type Choice = readonly [target: string, reason: ColumnReason, score: number];

function byHead(head: GoalHead): Choice {
  if (head.isOther) return ['ignore', 'unknown', 1];
  if (head.span) return ['cells', head.isSum ? 'total' : 'wide', 1];
  if (head.isSum) return ['ignore', 'total', 1];
  const target = goalTargetOf(head.header);
  return target ? [target, 'synonym', 0.95] : ['ignore', 'unknown', 0];
}

const most = (texts: readonly string[], holds: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.filter(holds).length > texts.length / 2;

/** Only one column is each of these: the first. */
function dropDoubles(choices: Choice[]): void {
  for (const single of ['rep', 'team', 'region', 'segment', 'month', 'year', 'goal', 'measure']) {
    const [, ...others] = choices.flatMap(([target], at) => (target === single ? [at] : []));
    for (const at of others) choices[at] = ['ignore', 'duplicate', 1];
  }
}

/** What headers leave open: whom rows are of is a column of names, goals are a column of numbers. */
function fillByCells(
  choices: Choice[],
  looks: readonly ColumnLook[],
  heads: readonly GoalHead[],
  facts: GoalFacts,
): void {
  const free = (at: number) =>
    choices[at]?.[0] === 'ignore' && choices[at][1] === 'unknown' && !heads[at]?.isOther;
  const put = (target: string, holds: (look: ColumnLook, at: number) => boolean, score = 0.8): void => {
    if (choices.some(([known]) => known === target)) return;
    const at = looks.findIndex((look, index) => free(index) && look.filled > 0 && holds(look, index));
    if (at >= 0) choices[at] = [target, 'values', score];
  };
  const named = (all: readonly { readonly name: string }[]) => {
    const names = new Set(all.map(({ name }) => nameKey(name)));
    return ({ texts }: ColumnLook) => most(texts, (text) => names.has(nameKey(text)));
  };
  put('segment', named(facts.segments), 0.95);
  put('rep', named(facts.units), 0.95);
  for (const other of ['team', 'region']) {
    const at = choices.findIndex(([target]) => target === other);
    if (at >= 0 && !choices.some(([target]) => target === 'rep')) choices[at] = ['rep', 'synonym', 0.95];
  }
  const isWords = ({ numbers }: ColumnLook) => numbers < 0.2;
  put('rep', (look, at) => isWords(look) && (heads[at]?.header === '' || at === 0));
  if (choices.some(([target]) => target === 'cells')) {
    for (const [at, [target]] of choices.entries())
      if (target === 'month' || target === 'year' || target === 'goal')
        choices[at] = ['ignore', 'noMonth', 1];
    return;
  }
  const hints = { firstMonth: facts.firstMonth, asOf: facts.asOf };
  put('month', ({ texts }) => most(texts, (text) => readPeriod(text, hints) !== null));
  put('goal', (look, at) => look.numbers > 0.8 && isAmountWord(heads[at]?.header ?? ''));
  put('goal', ({ numbers }) => numbers > 0.8);
}

export interface GuessedGoals {
  readonly heads: GoalHeads;
  readonly columns: readonly GoalColumn[];
}

/** What each column is, with the reason and how sure; a person's choices stand before every guess. */
export function goalColumns(table: Table, { facts, headerRow, targets = {} }: GoalRequest): GuessedGoals {
  const heads = goalHeads(table, facts, headerRow);
  const looks = lookAtColumns(table, heads.headerRow);
  const named = looks.map((_, at) => withMonth(heads.heads[at] ?? NO_HEAD));
  const guesses = named.map(byHead);
  dropDoubles(guesses);
  const remembered = rememberedTarget(facts, named);
  for (const [at, head] of named.entries()) {
    const target = remembered(head);
    if (target !== undefined) guesses[at] = [target, 'remembered', 1];
  }
  fillByCells(guesses, looks, heads.heads, facts);
  const columns = looks.map((look, index): GoalColumn => {
    const { header, above, span, month } = named[index]!;
    const chosen = targets[index];
    const [target, reason, score] =
      chosen === undefined ? guesses[index]! : ([chosen, 'chosen', 1] satisfies Choice);
    return {
      ...{ index, header, above, target, reason, score, span },
      scale: splitUnit(header).scale,
      month,
      numeric: look.numbers > 0.5 || target === 'cells' || target === 'goal',
      evidence: null,
      decimal: look.decimal,
      dayOrder: null,
    };
  });
  return { heads, columns };
}

const withMonth = (head: GoalHead) => ({
  ...head,
  month: head.span && head.span.from === head.span.to ? head.span.from : null,
});

const NO_HEAD: GoalHead = { header: '', above: '', span: null, isSum: false, isOther: false };
