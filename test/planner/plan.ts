import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { addMonths, type Month } from '../../src/model/time.ts';

/** A small seeded generator (mulberry32): tests must be able to fail twice in the same way. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const settings = (values: Values = {}): RecordEntry => [
  SETTINGS_ID,
  { name: 'Plan', country: 'CN', ...values },
];
export const unit = (key: string, kind: string, parent: string | null, values: Values = {}): RecordEntry => [
  recordId.unit(key),
  { name: key, kind, parent, order: 0, ...values },
];
export const goal = (rep: string, month: Month, amount: number): RecordEntry => [
  recordId.goal(rep, month),
  { amount },
];
export const history = (rep: string, month: Month, values: Values): RecordEntry => [
  recordId.history(rep, month),
  values,
];
export const override = (unit: string, measure: string, from: Month, values: Values): RecordEntry => [
  recordId.override(unit, measure, from),
  values,
];

/** One rep without any history: the template's assumed ratios answer. */
export const onePerson = (...more: RecordEntry[]): RecordEntry[] => [
  settings(),
  ...templateMeasures('telesales'),
  unit('me', 'rep', null),
  ...more,
];

/** Two months' worth of counts of one rep, drawn around the telesales ratios. */
function counts(random: () => number): Values {
  const part = (n: number, p: number): number => Math.round(n * p * (0.7 + 0.6 * random()));
  const dials = 1200 + Math.floor(random() * 1000);
  const connects = part(dials, 0.3);
  const conversations = part(connects, 0.25);
  const intents = part(conversations, 0.2);
  const pipeline = part(intents, 500_000);
  return { dials, connects, conversations, intents, pipeline, revenue: part(pipeline, 0.2) };
}

export interface TeamSize {
  readonly reps: number;
  readonly teams: number;
  readonly months: number;
  /** Last complete month. */
  readonly last: Month;
  readonly goals: number;
}

/** A company of teams with full histories, and goals for the months after them. */
export function company({ reps, teams, months, last, goals }: TeamSize, seed = 1): RecordEntry[] {
  const random = seeded(seed);
  const records: RecordEntry[] = [settings(), ...templateMeasures('telesales'), unit('all', 'company', null)];
  for (let team = 0; team < teams; team++) records.push(unit(`t${team}`, 'team', 'all', { order: team }));
  for (let rep = 0; rep < reps; rep++) {
    const key = `r${String(rep).padStart(4, '0')}`;
    records.push(unit(key, 'rep', `t${rep % teams}`, { order: rep }));
    for (let month = 0; month < months; month++)
      records.push(history(key, addMonths(last, -month), counts(random)));
    for (let month = 1; month <= goals; month++)
      records.push(goal(key, addMonths(last, month), 1_000_000 + Math.floor(random() * 40) * 100_000));
  }
  return records;
}
