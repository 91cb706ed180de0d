import { t } from '../../i18n/i18n.svelte.ts';
import { recordId, SETTINGS_ID } from '../../model/ids.ts';
import type { BackcastAnswer, PlanMonthsAnswer } from '../../model/planning.ts';
import type { PlanSession } from '../../state/contract.ts';
import { countText, daysText, moneyText } from '../shell/figures.ts';
import { measureName } from '../shell/names.ts';
import { unitTree } from '../shell/units.ts';
import { settingsOf } from './settings.ts';

/** One number that settings move, as it is shown. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** Working days of the plan's pattern, what comes in beside the chain, what is needed right before the result, and the first work of a day, over all units. */
export function figuresOf(
  session: Pick<PlanSession, 'get' | 'ofKind'>,
  backcast: BackcastAnswer,
  calendar: PlanMonthsAnswer,
): Figure[] {
  const words = t().settings;
  const { currency } = settingsOf(session.get(SETTINGS_ID));
  const names = new Map(session.ofKind('measure'));
  const top = unitTree(session.ofKind('unit')).filter(({ level }) => level === 0);
  const places = top.map(({ key }) => backcast.units.indexOf(key));
  const sum = (column: Float64Array | undefined) =>
    places.reduce((total, place) => total + (column?.[place] || 0), 0);
  const [nearest] = backcast.measures;
  const work = backcast.measures.at(-1);
  const isMoney = names.get(recordId.measure(nearest ?? ''))?.unit === 'money';
  const needed = sum(backcast.requirement[0]);
  return [
    { key: 'days', label: words.effectDays, text: daysText(calendar.workingDays[0] ?? NaN) },
    ...(backcast.other
      ? [{ key: 'other', label: t().chain.other, text: moneyText(sum(backcast.other.total), currency) }]
      : []),
    ...(nearest === undefined || nearest === work
      ? []
      : [
          {
            key: nearest,
            label: measureName(nearest, names),
            text: isMoney ? moneyText(needed, currency) : countText(needed),
          },
        ]),
    ...(work === undefined
      ? []
      : [
          {
            key: 'work',
            label: words.effectPerDay(measureName(work, names)),
            text: countText(sum(backcast.perDay.at(-1))),
          },
        ]),
  ];
}
