import { encode } from '../../../src/files/plan-file/index.ts';
import { applyStep, commitStep, newFacts, newWriter, type Rec } from '../../../src/model/facts/index.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { SETTINGS_ID } from '../../../src/model/ids.ts';
import type { GivenFile } from '../../../src/model/merging.ts';
import { templateMeasures } from '../../../src/model/templates.ts';

export const PLAN = 'plan-1';
const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);
const dayOf = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10);

const actual = (rep: number, day: number, more = 0): RecordEntry => [
  `actual/r${rep}/${dayOf(day)}`,
  {
    dials: 90 + ((rep * 31 + day * 17) % 60) + more,
    connects: 20 + ((rep + day) % 12),
    conversations: 6 + ((rep * day) % 5),
    intents: (rep + day) % 4,
    revenue: ((rep * 7 + day) % 9) * 120_000,
  },
];

/** A plan of `reps` with `days` each, one commit a day and rep as people write them. */
export function bigPlan(reps: number, days: number): Map<string, Rec> {
  const writer = newWriter();
  const units = Array.from({ length: reps }, (_, rep): RecordEntry => [
    `unit/r${rep}`,
    { name: `成员${rep}`, kind: 'rep', order: rep },
  ]);
  const first: RecordEntry[] = [
    [SETTINGS_ID, { name: '大计划' }],
    ...templateMeasures('telesales'),
    ...units,
  ];
  const { recs } = newFacts(PLAN, first, writer, START);
  for (let day = 0; day < days; day++) {
    const session = newWriter();
    const creations = units.map((_, rep) => {
      const [create, values] = actual(rep, day);
      return { create, values };
    });
    applyStep(recs, commitStep(recs, session, START + day * DAY, creations));
  }
  return recs;
}

/** One rep's file: `part` of the plan, of which `share` was changed or added on another device. */
export function editedPart(
  plan: ReadonlyMap<string, Rec>,
  ids: readonly string[],
  share: number,
  rep: number,
): Map<string, Rec> {
  const part = new Map(ids.map((id) => [id, plan.get(id)!]));
  const writer = newWriter();
  const news = Math.round(ids.length * share);
  const edits = ids.slice(0, news / 2).map((id) => ({ id, field: 'dials', value: 500 + rep }));
  applyStep(part, commitStep(part, writer, START + 600 * DAY, edits));
  for (const id of ids.slice(0, news / 2)) part.delete(id.replace('actual', 'none'));
  const added = Array.from({ length: news - edits.length }, (_, i) => {
    const [create, values] = actual(1000 + rep, i);
    return { create, values };
  });
  for (const id of ids.slice(-added.length)) if (added.length) part.delete(id);
  applyStep(part, commitStep(part, writer, START + 601 * DAY, added));
  return part;
}

export async function fileOf(name: string, recs: ReadonlyMap<string, Rec>): Promise<GivenFile> {
  return { name, bytes: await encode({ id: PLAN, recs }, { app: '0.1.0', savedAt: START }) };
}
