import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatShare } from '../../i18n/numbers.ts';
import { moneyText, ratioText, amountText } from '../shell/figures.ts';
import { ratioName } from '../shell/names.ts';
import type { QuickAnswer } from './answer.ts';
import type { Quickstart } from './model.svelte.ts';

/** One stage of the reversed funnel, as it is written. */
export interface ChainNode {
  readonly label: string;
  readonly value: string;
  /** How the next stage follows from this one; '' after the last. */
  readonly operation: string;
  /** The same in few words, for narrow screens: beside the stage that it leads to. */
  readonly short: string;
  readonly input: boolean;
  readonly assumed: boolean;
}

/** How a month's goal follows from the period's: an even share is a division, any other a share. */
function monthOperation(answer: QuickAnswer): string {
  const count = answer.months.length;
  const total = answer.months.reduce((sum, month) => sum + month.amount, 0);
  // Without a goal there is no share to write.
  if (!Number.isFinite(answer.goal / total)) return '';
  const even = Math.abs(answer.goal * count - total) <= count * 100;
  const words = t().quickstart;
  return even ? words.monthsDivide(count) : words.share(formatShare(answer.goal / total, currentLanguage()));
}

export function chainNodes(
  quick: Quickstart,
  answer: QuickAnswer,
  name: (key: string) => string,
  monthName: string,
): ChainNode[] {
  const { currency } = quick;
  // Behind a break nothing is known: the funnel ends where the chain does.
  const steps = answer.steps.slice(0, answer.reached + 1);
  const ratios = steps.map((step) => ratioText(step.ratio, step.step, currency));
  const operations = steps.map(
    (step, i) => `÷ ${ratioName(step.from, step.measure, step.step, name)} ${ratios[i]}`,
  );
  const total = answer.months.reduce((sum, month) => sum + month.amount, 0);
  const several = answer.months.length > 1;
  const intoMonth = several ? monthOperation(answer) : '';
  const nodes: ChainNode[] = [
    {
      label: several ? monthName : t().quickstart.spanGoal.month,
      value: moneyText(answer.goal, currency),
      operation: operations[0] ?? '',
      short: intoMonth,
      input: !several,
      assumed: false,
    },
    ...steps.map((step, i) => ({
      label: name(step.measure),
      value: step.money
        ? moneyText(Math.round(step.required / 100) * 100, currency)
        : amountText(step.required),
      operation: operations[i + 1] ?? '',
      short: `÷ ${ratios[i]}`,
      input: false,
      assumed: step.basis === 'assumed',
    })),
  ];
  if (!several) return nodes;
  const whole: ChainNode = {
    label: t().quickstart.spanGoal[quick.span],
    value: moneyText(total, currency),
    operation: intoMonth,
    short: '',
    input: true,
    assumed: false,
  };
  return [whole, ...nodes];
}
