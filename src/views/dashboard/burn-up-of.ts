import { burnUp } from '../../charts/burn-up.ts';
import type { Picture } from '../../charts/picture.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import type { BurnUpAnswer } from '../../model/planning.ts';
import { weekday, type Day } from '../../model/time.ts';
import { countText } from '../shell/figures.ts';
import type { Board } from './board.svelte.ts';

/** Revenue as it adds up over the month, against the plan. */
export function burnUpOf(board: Board, answer: BurnUpAnswer): Picture {
  const words = t().dashboard;
  const { session, short, day } = board;
  const { days, plan, actual } = answer;
  const today = actual ? lastDay(answer, session.asOf) : -1;
  // The forecast sets out from what is there.
  const ahead = (column: Float64Array): number[] => {
    const rest = [...column.slice(today + 1)];
    return rest.length === 0 || today < 0 ? rest : [actual?.[today] ?? NaN, ...rest];
  };
  const perDay = (plan.at(-1) ?? 0) / Math.max(1, workingDays(plan));
  const behind = (by: number): string => {
    if (Math.abs(by) < 1) return '';
    return by < 0 ? words.behind(short(-by), countText(-by / perDay)) : words.ahead(short(by));
  };
  return burnUp(
    {
      days: days.map(day),
      written: days.flatMap((each, at) => (weekday(each) === 1 ? [at] : [])),
      ...{ today, plan: [...plan], actual: actual ? [...actual] : [] },
      ...{ forecast: ahead(answer.expected), low: ahead(answer.low), high: ahead(answer.high) },
    },
    {
      ...{
        money: short,
        tick: short,
        today: words.today(day(days[today] ?? session.asOf)),
        behind,
        head: words.head,
      },
      ...{ due: words.chartDue, goal: words.chartGoal, expected: words.chartExpected },
      ...{ upper: words.upper, lower: words.lower },
    },
  );
}

/** The last day that is told: today once something has come in, else yesterday, up to which is due what is due. */
function lastDay({ days, actual }: BurnUpAnswer, asOf: Day): number {
  const today = days.findLastIndex((each) => each <= asOf);
  if (days[today] !== asOf || !actual) return today;
  return today === 0 || actual[today] !== actual[today - 1] ? today : today - 1;
}

const workingDays = (plan: Float64Array): number =>
  plan.filter((value, at) => value > (plan[at - 1] ?? 0)).length;
