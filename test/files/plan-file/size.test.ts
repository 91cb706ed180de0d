import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/files/plan-file/index.ts';
import type { Change, RecordEntry } from '../../../src/model/diff.ts';
import { applyStep, commitStep, newFacts, newWriter } from '../../../src/model/facts/index.ts';
import { randomKey, recordId, SETTINGS_ID } from '../../../src/model/ids.ts';
import type { Values } from '../../../src/model/json.ts';
import { templateMeasures } from '../../../src/model/templates.ts';
import { seeded } from '../../planner/plan.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const REPS = 12;
const isWorkDay = (time: number): boolean => new Date(time).getUTCDay() % 6 !== 0;

/** Counts as a telesales day brings them, with money on some days. */
function dayOf(random: () => number): Values {
  const dials = 60 + Math.floor(random() * 80);
  const connects = Math.floor(dials * (0.2 + random() * 0.1));
  const conversations = Math.floor(connects * (0.2 + random() * 0.2));
  const intents = Math.floor(conversations * random() * 0.7);
  return {
    dials,
    connects,
    conversations,
    intents,
    revenue: random() < 0.3 ? Math.floor(random() * 500) * 1000 : 0,
  };
}

/** A year of days of twelve reps, each of whom opens the app once a working day; `entered`: by so many commits. */
async function yearFile(entered: (values: Values, id: string) => Change[][]): Promise<number> {
  const random = seeded(7);
  const keys = Array.from({ length: REPS }, () => randomKey());
  const first: RecordEntry[] = [
    [SETTINGS_ID, { name: '一年' }],
    ...templateMeasures('telesales'),
    ...keys.map((key, order): RecordEntry => [
      recordId.unit(key),
      { name: `成员${order}`, kind: 'rep', order },
    ]),
  ];
  const { recs } = newFacts('plan', first, newWriter(), START);
  for (let time = START; time < START + 365 * DAY; time += DAY)
    for (const key of isWorkDay(time) ? keys : []) {
      const writer = newWriter();
      let at = time + 36_000_000 + Math.floor(random() * 9_000_000);
      const id = recordId.actual(key, new Date(time).toISOString().slice(0, 10));
      for (const changes of entered(dayOf(random), id)) {
        applyStep(recs, commitStep(recs, writer, at, changes));
        at += 2000 + Math.floor(random() * 8000);
      }
    }
  return (await encode({ id: 'plan', recs }, { app: '0.1.0', savedAt: START })).length;
}

describe('the file of a year of twelve reps with daily actuals', () => {
  it('is at most 200 KB at one session a day and rep, the day saved at once', async () => {
    expect(await yearFile((values, id) => [[{ create: id, values }]])).toBeLessThanOrEqual(200_000);
  });

  it('is at most half as big again where every number is entered by itself', async () => {
    const one = (values: Values, id: string) =>
      Object.entries(values).map(([field, value]): Change[] => [{ id, field, value }]);
    expect(await yearFile(one)).toBeLessThanOrEqual(300_000);
  });
});
