import { t } from '../../i18n/i18n.svelte.ts';
import type { Alert, BehindAlert, DaySpan, DropAlert } from '../../model/planning.ts';
import { countText } from '../shell/figures.ts';
import type { Board } from './board.svelte.ts';
import { wholePercent } from './short-money.ts';

export interface AlertText {
  readonly title: string;
  readonly lines: readonly string[];
}

type Words = Pick<Board, 'nameOf' | 'measure' | 'ratio' | 'ratioText' | 'amount' | 'day'>;

const spanText = ({ day }: Words, { from, to }: DaySpan): string => t().alerts.window(day(from), day(to));

/** An alert with its evidence, in words. */
export function alertText(words: Words, alert: Alert): AlertText {
  const say = t().alerts;
  const unit = words.nameOf(alert.unit);
  switch (alert.rule) {
    case 'behind':
      return behindText(words, unit, alert);
    case 'drop':
      return dropText(words, unit, alert);
    case 'missing':
      return {
        title: say.missing(alert.days.length),
        lines: [say.missingOf(unit, alert.days.map(words.day).join(say.join))],
      };
    case 'noSale':
      return {
        title: say.noSale(unit, alert.days),
        lines: [say.noSaleText(words.day(alert.since), alert.usual)],
      };
    case 'override': {
      const ratio = (value: number): string => words.ratioText(value, alert.step);
      const { x, n, counted, window } = alert;
      const [xText, nText] = [words.amount(alert.measure, x), words.amount(alert.from, n)];
      return {
        title: say.override(unit, words.ratio(alert.measure, alert.from, alert.step)),
        lines: [say.overrideText(ratio(alert.ratio), spanText(words, window), ratio(counted), xText, nText)],
      };
    }
  }
}

function behindText(words: Words, unit: string, { of, measure, periods }: BehindAlert): AlertText {
  const say = t().alerts;
  const lines = periods.map((period) => {
    const amount = (value: number): string => words.amount(measure, Math.round(value));
    const share = wholePercent(period.done / period.due);
    return say.period(spanText(words, period), amount(period.done), amount(period.due), share);
  });
  const title = of === 'month' ? say.behindMonths(unit) : say.behindWeeks(unit, words.measure(measure));
  return { title, lines: [...lines, say.beyond] };
}

function dropText(words: Words, unit: string, alert: DropAlert): AlertText {
  const say = t().alerts;
  const { measure, from, step, x, n, value, low, high } = alert;
  const when = spanText(words, alert.window);
  if (from !== null && step !== null) {
    const [text, least, most] = [value, low, high].map((each) => words.ratioText(each, step));
    const [xText, nText] = [words.amount(measure, x), words.amount(from, n)];
    return {
      title: say.ratioDrop(unit, words.ratio(measure, from, step)),
      lines: [say.ratioText(when, text!, xText, nText, least!, most!)],
    };
  }
  const name = words.measure(measure);
  const money = measure.endsWith('Revenue');
  const [text, least, most] = [value, low, high].map((each) =>
    money ? words.amount(measure, each) : countText(each),
  );
  return money
    ? { title: say.otherDrop(unit, name), lines: [say.inMonth(when, text!, least!, most!)] }
    : { title: say.workDrop(unit, name), lines: [say.aDay(when, text!, least!, most!)] };
}
