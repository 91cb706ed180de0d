import { describe, expect, it } from 'vitest';
import { templateMeasures } from '../../src/model/templates.ts';
import { minutesSentence } from '../../src/sheets/minutes-words.ts';
import { planWords } from '../../src/sheets/words.ts';
import { after, contextOf, tree, unit } from './support.ts';

const plan = [...tree, ...templateMeasures('telesales')];
const said = (records: typeof plan, key: string) => {
  const context = contextOf(records);
  return minutesSentence(context, key, planWords(context.ofKind('measure')), 'en');
};

describe('the sentence about minutes', () => {
  it('names what takes other minutes than in the plan, the own ones before those from above', () => {
    const records = after(plan, [
      { id: 'unit/R', field: 'minutes:intents', value: 20 },
      { id: 'unit/A', field: 'minutes:dials', value: 3 },
      { id: 'unit/a1', field: 'minutes:dials', value: 2.5 },
    ]);
    expect(said(records, 'a1')).toBe('Minutes other than the plan’s: Dials 2.5, Intents 20');
    expect(said(records, 'a2')).toBe('Minutes other than the plan’s: Dials 3, Intents 20');
    expect(said(records, 'b1')).toBe('Minutes other than the plan’s: Intents 20');
  });
  it('is silent where they are the plan’s, and about money', () => {
    const records = after(plan, [
      { id: 'unit/a1', field: 'minutes:dials', value: 1 },
      { id: 'unit/a1', field: 'minutes:revenue', value: 9 },
    ]);
    expect(said(records, 'a1')).toBeNull();
  });
  it('ends on a circle of parents', () => {
    expect(said([...plan, unit('x', 'y', 0), unit('y', 'x', 0)], 'x')).toBeNull();
  });
});
