import { recordId } from '../model/ids.ts';
import type { StepKind } from '../model/records/measure.ts';
import type { SheetContext } from './definition.ts';
import { measureName as templateName, ratioName as nameOfStep } from './words.ts';

type Records = Pick<SheetContext, 'get'>;

/** What a measure is called: the plan's own word, else the template's, else its key. */
export function measureName(records: Records, key: string): string {
  const own = records.get(recordId.measure(key))?.['name'];
  return typeof own === 'string' && own !== '' ? own : templateName(key);
}

/** What the ratio of a step is called; steps that a missing measure merged are named by both ends. */
export const ratioName = (records: Records, to: string, from: string, step: StepKind): string =>
  nameOfStep(to, from, step, (key) => measureName(records, key));

export const isMoney = (records: Records, measure: string): boolean =>
  records.get(recordId.measure(measure))?.['unit'] === 'money';
