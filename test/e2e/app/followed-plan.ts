import { encode } from '../../../src/files/plan-file/index.ts';
import { commitStep, newWriter, type Rec } from '../../../src/model/facts/index.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { otherValues } from '../../../src/model/records/other.ts';
import { keysOf, recordId, SETTINGS_ID } from '../../../src/model/ids.ts';
import { addMonths, dayNumber, dayOf, weekday, type Day, type Month } from '../../../src/model/time.ts';
import { sampleMonths } from '../../../src/views/quickstart/sample.ts';
import { TODAY, type AppPage } from './app-page.ts';

const NOW = Date.parse(`${TODAY}T10:00:00+08:00`);
const MONTH = TODAY.slice(0, 7);
const MEASURES = ['dials', 'connects', 'conversations', 'intents', 'pipeline', 'revenue'];

/** The working days of a month before today (no holidays but those of October). */
function daysOf(month: Month): Day[] {
  const first = dayNumber(`${month}-01`);
  const end = Math.min(dayNumber(`${addMonths(month, 1)}-01`), dayNumber(TODAY));
  const days = Array.from({ length: end - first }, (_, at) => dayOf(first + at));
  return days.filter((day) => weekday(day) < 6 && !(day >= '2026-10-01' && day <= '2026-10-07'));
}

/** A month's counts on its days, each a little different; they add up. */
function spreadOver(days: readonly Day[], counts: Record<string, number>): Record<string, number>[] {
  const before: Record<string, number> = {};
  return days.map((_, at) =>
    Object.fromEntries(
      MEASURES.map((measure, place) => {
        const wobble = at + 1 === days.length ? 0 : 0.3 * Math.sin(at * 2.1 + place);
        const until = Math.round(((counts[measure] ?? 0) * (at + 1 + wobble)) / days.length);
        const value = Math.max(0, until - (before[measure] ?? 0));
        before[measure] = (before[measure] ?? 0) + value;
        return [measure, value];
      }),
    ),
  );
}

/** How a rep's counts of the running month differ from the sample's. */
export type Turn = (rep: string, counts: Record<string, number>) => Record<string, number>;

/** One who dials too little, one whose conversations hardly lead to intents any more. */
export const TURNS: Turn = (rep, counts) => {
  const times = (factor: number, measures: readonly string[]) =>
    Object.fromEntries(
      Object.entries(counts).map(([measure, value]) => [
        measure,
        measures.includes(measure) ? Math.round(value * factor) : value,
      ]),
    );
  if (rep === 'sample-r6') return times(0.55, MEASURES);
  if (rep === 'sample-r8') return times(0.35, ['conversations', 'intents', 'pipeline', 'revenue']);
  return counts;
};

/** The sample team with goals, and with the days of this month and the three before it. */
export function followedRecords(language: 'zh' | 'en' = 'zh', turn: Turn = TURNS): RecordEntry[] {
  const records = sampleMonths(TODAY, language);
  const earliest = addMonths(MONTH, -3);
  const out: RecordEntry[] = [[SETTINGS_ID, { name: language === 'zh' ? '电销计划' : 'Telesales plan' }]];
  for (const [id, values] of records) {
    const [unit = '', month = ''] = keysOf(id);
    if (!id.startsWith('history/') || month < earliest) {
      out.push([id, values]);
      continue;
    }
    const counts = values as Record<string, number>;
    const days = daysOf(month);
    const now = month === MONTH ? turn(unit, counts) : counts;
    spreadOver(days, now).forEach((ofDay, at) => {
      // One has forgotten a day.
      const forgotten = unit === 'sample-r3' && days[at] === '2026-11-13';
      if (!forgotten) out.push([recordId.systemActual(unit, days[at]!), ofDay]);
    });
    if (month === MONTH) out.push([recordId.goal(unit, MONTH), { amount: goalOf(records, unit) }]);
  }
  return out;
}

/** A little more than was won on average. */
function goalOf(records: readonly RecordEntry[], rep: string): number {
  const won = records.flatMap(([id, values]) =>
    id.startsWith(`history/${rep}/`) && !id.endsWith(MONTH) ? [Number(values['revenue'] ?? 0)] : [],
  );
  const mean = won.reduce((sum, each) => sum + each, 0) / Math.max(1, won.length);
  return Math.round(mean / 100_000) * 105_000;
}

/** The same as a plan file. */
export const followedPlan = (language: 'zh' | 'en' = 'zh', turn: Turn = TURNS) =>
  planFile(followedRecords(language, turn));

/** From the first run to a screen of it. */
export async function openFollowed(app: AppPage, link: string): Promise<void> {
  await app.openPlanFile('打开已有文件', await followedPlan());
  await app.expectSheet('倒推');
  await app.page.getByRole('link', { name: link, exact: true }).click();
}

/** The sample team with goals and its months, none of them told day by day. */
export function monthlyPlan(language: 'zh' | 'en' = 'zh') {
  const records = sampleMonths(TODAY, language);
  const goals = records.flatMap(([id]): RecordEntry[] => {
    const rep = keysOf(id)[0] ?? '';
    return id === recordId.history(rep, MONTH)
      ? [[recordId.goal(rep, MONTH), { amount: goalOf(records, rep) }]]
      : [];
  });
  return planFile([
    [SETTINGS_ID, { name: language === 'zh' ? '电销计划' : 'Telesales plan' }],
    ...records,
    ...goals,
  ]);
}

/** The same with deals won, margin and repeat revenue on every day of the running month. */
export function figuresPlan(language: 'zh' | 'en' = 'zh') {
  const records = followedRecords(language).map(([id, values]): RecordEntry => {
    if (!id.startsWith('systemActual/') || !id.includes(MONTH)) return [id, values];
    const revenue = Number(values['revenue']);
    const more = { wins: Math.round(revenue / 250_000), margin: Math.round(revenue * 0.35) };
    return [id, { ...values, ...more, repeatRevenue: Math.round(revenue / 9) }];
  });
  const kept = ['wins', 'margin', 'repeatRevenue'].map((key): RecordEntry => [
    recordId.other(key),
    otherValues(key),
  ]);
  return planFile([...records, ...kept]);
}

async function planFile(records: readonly RecordEntry[]) {
  const facts = new Map<string, Rec>();
  const changes = records.map(([create, values]) => ({ create, values }));
  const step = commitStep(facts, newWriter(), NOW, changes);
  for (const [id, { after }] of step) if (after) facts.set(id, after);
  const bytes = await encode({ id: 'followed', recs: facts }, { app: 'test', savedAt: NOW });
  return { name: 'plan.backcast', mimeType: 'application/gzip', buffer: Buffer.from(bytes) };
}
