import { expect, it } from 'vitest';
import { decode, encode } from '../../../src/files/plan-file/index.ts';
import { newFacts, newWriter, shownValues } from '../../../src/model/facts/index.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../../src/model/ids.ts';
import { addMonths } from '../../../src/model/time.ts';
import { seeded } from '../../planner/plan.ts';

const UNITS = 200;
const MONTHS = 24;
const SEGMENTS = 12;

/** Goals as people set them: rounded to whole hundreds, each another. */
function goals(): RecordEntry[] {
  const random = seeded(7);
  const entries: RecordEntry[] = [[SETTINGS_ID, { name: 'Plan' }]];
  for (let unit = 0; unit < UNITS; unit++)
    for (let month = 0; month < MONTHS; month++)
      for (let segment = 0; segment < SEGMENTS; segment++)
        entries.push([
          recordId.goal(`unit${unit}key0000`, addMonths('2026-01', month), `segment${segment}0000`),
          { amount: 10_000 * Math.floor(5 + random() * 500) },
        ]);
  return entries;
}

it('57,600 goals by unit, month and segment are less than 1 MB in a plan file, and come back whole', async () => {
  const entries = goals();
  const bytes = await encode(newFacts('plan', entries, newWriter(), 1000), { app: '0', savedAt: 1 });
  expect(bytes.length).toBeLessThan(1_000_000);
  const read = await decode(bytes);
  if (!read.ok) throw new Error(read.failure.code);
  const { recs } = read.value.facts;
  expect(recs.size).toBe(1 + UNITS * MONTHS * SEGMENTS);
  for (const [id, values] of entries) expect(shownValues(recs.get(id))).toEqual(values);
}, 60_000);
