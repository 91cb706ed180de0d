import type { Picture } from '../../charts/picture.ts';
import { waterfall, type WaterfallPart } from '../../charts/waterfall.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { numberFormat } from '../../i18n/numbers.ts';
import {
  GAP_PARTS,
  type GapPart,
  type ReviewAnswer,
  type ReviewedRep,
  type ReviewSum,
} from '../../model/planning.ts';
import { plainMoney } from '../shell/figures.ts';
import type { PlanFigures } from '../sheet/why/figures.ts';
import { PART_FILLS } from './fills.ts';
import { roundedParts, signedText } from './money.ts';
import { awayShare, daysNote, ratioMove, stepName, workNote } from './words.ts';

/** Under half a unit of money nothing is drawn. */
const NOTHING = 50;

interface Piece {
  readonly key: string;
  readonly part: GapPart;
  readonly name: string;
  readonly value: number;
  readonly note: string;
}

/** The waterfall of a gap: parts in the order of GAP_PARTS, ability and money a count step by step. */
export function fallPicture(sum: ReviewSum, answer: ReviewAnswer, figures: PlanFigures): Picture {
  const words = t().review.fall;
  const all = piecesOf(sum, answer, figures).filter(({ value }) => Math.abs(value) >= NOTHING);
  const rounded = roundedParts(
    all.map(({ value }) => value),
    sum.gap,
  );
  const parts = all.map(({ key, part, name, note }, at): WaterfallPart => ({
    ...{ key, name, note, value: rounded[at]!, fill: PART_FILLS[part] },
  }));
  const able = all.filter(({ part }) => part === 'ability').map(({ key }) => key);
  const together = parts
    .filter(({ key }) => able.includes(key))
    .reduce((total, { value }) => total + value, 0);
  const whole = (minor: number) => Math.round(minor / 100) * 100;
  return waterfall(
    {
      start: { name: words.goal, value: whole(sum.goal) },
      end: {
        name: words.actual,
        value: whole(sum.goal) + rounded.reduce((total, value) => total + value, 0),
      },
      parts,
      bracket:
        able.length > 1
          ? { from: able[0]!, to: able.at(-1)!, text: words.ability(signedText(together, figures.language)) }
          : null,
    },
    {
      signed: (value) => signedText(value, figures.language),
      plain: plainMoney,
      tick: (value) => compact(value, figures),
      head: words.head,
    },
  );
}

/** 30万, 300K: in the fewest letters. */
export const compact = (minor: number, { language }: PlanFigures): string =>
  numberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 })
    .format(minor / 100)
    .replace('-', '−');

function piecesOf(sum: ReviewSum, answer: ReviewAnswer, figures: PlanFigures): Piece[] {
  const words = t().review;
  const piece = (part: GapPart, note = ''): Piece => ({
    ...{ key: part, part, name: words.part[part], value: sum[part], note },
  });
  const steps = (values: boolean): Piece[] =>
    sum.steps
      .filter(({ step }) => (step === 'value') === values)
      .map((step) => ({
        key: `step ${step.measure}`,
        part: values ? ('size' as const) : ('ability' as const),
        name: stepName(figures, step),
        value: step.ability,
        note: stepNote(sum, step.measure, answer, figures),
      }));
  const pieces: Record<GapPart, () => Piece[]> = {
    goalSet: () => [piece('goalSet')],
    carried: () => [piece('carried', words.note.carried)],
    calendar: () => [piece('calendar', daysNote(sum, figures))],
    execution: () => [piece('execution', workNote(sum, answer.work ?? '', figures))],
    ability: () => steps(false),
    size: () => steps(true),
    luck: () => [piece('luck')],
    other: () => [piece('other')],
    unexplained: () => [piece('unexplained')],
  };
  return GAP_PARTS.flatMap((part) => pieces[part]());
}

/** Of one rep the ratio beside the record; of several the rep whom most of it came from. */
function stepNote(sum: ReviewSum, measure: string, answer: ReviewAnswer, figures: PlanFigures): string {
  const { note } = t().review;
  const step = sum.steps.find((each) => each.measure === measure)!;
  if ('unit' in sum || answer.reps.length === 1)
    return Number.isNaN(step.actual) ? '' : ratioMove(step, figures);
  if (step.step === 'value') {
    const share = awayShare(step.believed, step.actual, figures);
    return share && (step.actual < step.believed ? note.lower : note.higher)(share);
  }
  const own = (rep: ReviewedRep): number => rep.steps.find((each) => each.measure === measure)?.ability ?? 0;
  const sign = Math.sign(step.ability);
  const [most] = [...answer.reps].sort((a, b) => sign * (own(b) - own(a)));
  return most ? note.person(figures.unit(most.unit), signedText(own(most), figures.language)) : '';
}
