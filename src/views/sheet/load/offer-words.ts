import { t } from '../../../i18n/i18n.svelte.ts';
import { formatDay, formatMonth, formatNumber } from '../../../i18n/numbers.ts';
import type { Change } from '../../../model/diff.ts';
import { keysOf, kindOf } from '../../../model/ids.ts';
import type { Values } from '../../../model/json.ts';
import type { ClosingOffer, LoadResult } from '../../../model/planning.ts';
import { chanceFigure } from '../../../sheets/figures.ts';
import { loadFigure } from '../../../sheets/load-words.ts';
import type { StepLabel } from '../../../state/contract.ts';
import { textOr } from '../../shell/follow.ts';
import type { PlanFigures } from '../why/figures.ts';

export type Try = (name: string, changes: readonly Change[]) => unknown;

const DAY = { month: 'short', day: 'numeric', weekday: 'short' } as const;

const confidenceText = (chance: unknown, { language }: PlanFigures): string =>
  typeof chance === 'number' ? chanceFigure(chance, language) : t().load.expected;

/** What is offered, in one line. */
export function offerTitle(offer: ClosingOffer, figures: PlanFigures): string {
  const words = t().load;
  const count = (value: number): string => formatNumber(value, figures.language);
  switch (offer.kind) {
    case 'goal':
      return words.goal(figures.money(offer.amount), count(offer.givers), count(offer.takers));
    case 'ratio': {
      const name = figures.ratioName(offer);
      const to = figures.ratio(offer.ratioThen, offer.step);
      return offer.reps === 1
        ? words.ratio(name, figures.ratio(offer.ratioNow, offer.step), to)
        : words.ratioOf(name, count(offer.reps), to);
    }
    case 'day':
      return words.day(formatDay(offer.day, figures.language, DAY));
    case 'confidence':
      return words.confidence(confidenceText(offer.chance, figures));
    case 'head':
      return words.head(figures.money(offer.amount));
  }
}

/** Nobody is over the limit with it, or somebody still is. */
export const verdict = ({ result }: ClosingOffer): string =>
  result.over === 0 ? t().load.enough : t().load.short;

/** What it comes to: load, work a day, and the chances by their names. */
export function resultParts(result: LoadResult, measure: string, figures: PlanFigures): string[] {
  const words = t().load;
  const { language } = figures;
  const share = loadFigure(result.highest, language);
  const chance = (value: number, said: (written: string) => string): string[] =>
    Number.isNaN(value) ? [] : [said(chanceFigure(value, language))];
  return [
    result.reps > 1 ? words.highestOf(share, formatNumber(result.over, language)) : words.highest(share),
    words.perDay(figures.words.measure(measure), figures.perDay(measure, result.perDay, result.reps > 1)),
    ...chance(result.atPace, words.atPace),
    ...chance(result.atQuota, words.atQuota),
  ];
}

type Get = (id: string) => Values | undefined;

/** What an offer changes in the plan, record by record. */
export function changeLines(changes: readonly Change[], get: Get, figures: PlanFigures): string[] {
  const newcomers = new Map(
    changes.flatMap((change) =>
      'create' in change && kindOf(change.create) === 'unit'
        ? [[keysOf(change.create)[0] ?? '', textOr(change.values['name'], '')] as const]
        : [],
    ),
  );
  const named = { ...figures, unit: (key: string) => newcomers.get(key) ?? figures.unit(key) };
  return changes.flatMap((change) => changeLine(change, get, named));
}

function changeLine(change: Change, get: Get, figures: PlanFigures): string[] {
  const words = t().load;
  if ('remove' in change) return [];
  const id = 'create' in change ? change.create : change.id;
  const [first = '', second = '', third] = keysOf(id);
  const value = (field: string): unknown =>
    'create' in change ? change.values[field] : change.field === field ? change.value : undefined;
  switch (kindOf(id)) {
    case 'goal':
      return [
        words.changeGoal(
          third === undefined ? figures.unit(first) : `${figures.unit(first)} · ${figures.segment(third)}`,
          figures.money(Number(get(id)?.['amount'] ?? NaN)),
          figures.money(Number(value('amount'))),
        ),
      ];
    case 'override': {
      const ratio = value('ratio');
      if (typeof ratio !== 'number') return [];
      const until = 'create' in change ? textOr(change.values['until'], '') : (keysOf(id)[2] ?? '');
      const { name, written } = ratioOf(second, ratio, figures);
      return [words.changeRatio(figures.unit(first), name, written, formatMonth(until, figures.language))];
    }
    case 'dayOff':
      return [words.changeDay(formatDay(first, figures.language, DAY))];
    case 'settings':
      return [
        words.changeConfidence(
          confidenceText(figures.confidence, figures),
          confidenceText(value('confidence'), figures),
        ),
      ];
    case 'unit': {
      const team = figures.unit(String(value('parent')));
      const day = formatDay(String(value('start')), figures.language, DAY);
      return [words.changeHead(figures.unit(first), team, day)];
    }
    default:
      return [];
  }
}

function ratioOf(measure: string, ratio: number, figures: PlanFigures): { name: string; written: string } {
  const step = figures.words.measures.find(({ key }) => key === measure)?.step ?? 'share';
  return { name: figures.words.ratio(measure), written: figures.ratio(ratio, step) };
}

/** What the step of undo is called. */
export const OFFER_STEP: Readonly<Record<ClosingOffer['kind'], StepLabel['code']>> = {
  goal: 'spread',
  ratio: 'override',
  day: 'settings',
  confidence: 'settings',
  head: 'addRows',
};
