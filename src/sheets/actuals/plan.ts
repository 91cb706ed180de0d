import type { ActualsAnswer, PaceAnswer } from '../../model/planning.ts';
import { DAY_STATES, type DayState } from '../../model/planning.ts';
import { recordId } from '../../model/ids.ts';
import { usualSource, type ActualSource } from '../../model/records/actual.ts';
import type { Measure } from '../../model/records/measure.ts';
import { unitOfOther } from '../../model/records/other.ts';
import { parseMeasure } from '../../model/records/read.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { Day } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';
import { keptInHistory } from '../history/columns.ts';
import { indexIn } from '../rows.ts';
import { planWords, type PlanWords } from '../words.ts';

/** What the columns of the Actuals sheet are made from. */
export interface ActualsPlan {
  readonly context: SheetContext;
  readonly answer: ActualsAnswer;
  readonly pace: PaceAnswer;
  readonly words: PlanWords;
  readonly measure: Measure;
  /** The measures that this one is a part of, and that are a part of it: a day where they are upside down is wrong. */
  readonly whole: Measure | null;
  readonly part: Measure | null;
  /** Days with a column: those that anybody works on or has a number of. */
  readonly shown: readonly number[];
}

/** The measure that is looked at: the one that was chosen, of the chain or beside it, else the work. */
export function shownMeasure(context: Pick<SheetContext, 'ofKind' | 'measure'>): string {
  const kept = keptInHistory(planWords(context.ofKind('measure')), context.ofKind('other'));
  return (kept.find(({ key }) => key === context.measure) ?? kept[0])?.key ?? '';
}

export function actualsPlan(context: SheetContext, answer: ActualsAnswer, pace: PaceAnswer): ActualsPlan {
  const words = planWords(context.ofKind('measure'));
  const at = words.measures.findIndex(({ key }) => key === answer.measure);
  const measure = words.measures[at] ?? besideChain(answer.measure);
  const next = at < 0 ? undefined : words.measures[at + 1];
  return {
    ...{ context, answer, pace, words, measure },
    whole: measure.step === 'share' ? (words.measures[at - 1] ?? null) : null,
    part: next?.step === 'share' ? next : null,
    shown: shownDays(answer),
  };
}

const besideChain = (key: string): Measure => ({ ...parseMeasure(key, {}), unit: unitOfOther(key) });

const has = (column: Float64Array | undefined): boolean =>
  column?.some((value) => !Number.isNaN(value)) ?? false;

const shownDays = ({ days, weights, values }: ActualsAnswer): number[] =>
  [...days.keys()].filter((at) => has(values[at]) || weights[at]?.some((weight) => weight > 0));

export const stateOf = ({ answer }: ActualsPlan, unit: Unit, at: number): DayState =>
  DAY_STATES[answer.states[at]?.[indexIn(answer.units, unit.key)] ?? 0] ?? 'work';

/** A number that should be there, and is not. */
export const isGap = ({ answer, words, measure }: ActualsPlan, unit: Unit, at: number): boolean =>
  // Beside the chain a day may well bring nothing.
  words.measures.includes(measure) && answer.blank[at]?.[indexIn(answer.units, unit.key)] === 1;

/** What a person and a system say of one day; null = nothing. */
export interface Said {
  readonly person: number | null;
  readonly system: number | null;
  /** Whose number it is that counts. */
  readonly from: ActualSource;
  readonly counts: number | null;
}

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Read from records, so that what was typed stands at once. */
export function saidOf(context: Pick<SheetContext, 'get'>, unit: string, day: Day, measure: Measure): Said {
  const person = numberOr(context.get(recordId.actual(unit, day))?.[measure.key]);
  const system = numberOr(context.get(recordId.systemActual(unit, day))?.[measure.key]);
  const first = measure.source ?? usualSource(measure.key);
  const from =
    first === 'system' ? (system === null ? 'person' : 'system') : person === null ? 'system' : 'person';
  return { person, system, from, counts: from === 'system' ? system : person };
}
