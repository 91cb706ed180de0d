import type { RecordEntry } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import { templateMeasures } from '../../model/templates.ts';
import { addMonths, type Day } from '../../model/time.ts';

/** Invented people. The pace is dials a month, the skill scales every ratio; both are made up to look like a team. */
interface Invented {
  readonly zh: string;
  readonly en: string;
  readonly team: number;
  readonly pace: number;
  readonly skill: number;
  /** Months of record, counted back; new hires have few. */
  readonly months: number;
}
const MONTHS = 13;
const person = (zh: string, en: string, team: number, pace: number, skill: number, months = MONTHS) =>
  ({ zh, en, team, pace, skill, months }) satisfies Invented;

const PEOPLE: readonly Invented[] = [
  person('林晓', 'Lin Xiao', 0, 1800, 1.0),
  person('陈思远', 'Chen Siyuan', 0, 1900, 1.05),
  person('王雨桐', 'Wang Yutong', 0, 1950, 0.98),
  person('赵凯', 'Zhao Kai', 0, 1750, 0.92),
  person('孙悦', 'Sun Yue', 1, 1700, 1.03),
  person('周航', 'Zhou Hang', 1, 1850, 1.0),
  person('吴桐', 'Wu Tong', 1, 1500, 0.94),
  person('郑好', 'Zheng Hao', 1, 1780, 1.1),
  person('冯一诺', 'Feng Yinuo', 2, 1650, 0.97),
  person('何嘉', 'He Jia', 2, 1600, 0.93),
  person('许诺', 'Xu Nuo', 2, 1820, 1.02),
  person('蒋文', 'Jiang Wen', 2, 1100, 0.85, 3),
];
const TEAMS = [
  { zh: '电销一组', en: 'Telesales A' },
  { zh: '电销二组', en: 'Telesales B' },
  { zh: '电销三组', en: 'Telesales C' },
];
const COMPANY = { zh: '华东区', en: 'East' };

/** A fixed stream of numbers in 0..1 (mulberry32): the sample is the same on every device. */
function stream(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let x = Math.imul(a ^ (a >>> 15), 1 | a);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How far somebody's own ratios are from the team's, drawn once a person. */
type Bent = Readonly<Record<'connects' | 'conversations' | 'intents' | 'value' | 'won', number>>;
const bent = (random: () => number): Bent => {
  const around = (spread: number) => 1 + spread * (2 * random() - 1);
  return {
    connects: around(0.15),
    conversations: around(0.16),
    intents: around(0.3),
    value: around(0.12),
    won: around(0.45),
  };
};

/** Part of a month of somebody: each step is a share of the one before with noise that shrinks as counts grow. */
function monthOfWork(who: Invented, own: Bent, random: () => number, part: number) {
  const noise = () => random() + random() + random() - 1.5;
  const about = (expected: number) => Math.max(0, Math.round(expected + noise() * Math.sqrt(expected) * 1.4));
  const dials = about(who.pace * part * (1 + 0.06 * noise()));
  const connects = Math.min(dials, about(dials * 0.29 * own.connects));
  const conversations = Math.min(connects, about(connects * 0.25 * own.conversations));
  const intents = Math.min(conversations, about(conversations * 0.198 * own.intents * who.skill));
  const pipeline = Math.round(intents * 5100 * own.value * (1 + 0.08 * noise())) * 100;
  const revenue = Math.round((pipeline / 100) * 0.2 * own.won * (1 + 0.12 * noise())) * 100;
  return { dials, connects, conversations, intents, pipeline, revenue };
}

/**
 * The sample team: 12 invented reps in three teams, twelve months before today's and the part of this one that is over;
 * deterministic. Records of units, measures and history; money in minor units.
 */
export function sampleRecords(today: Day, language: 'zh' | 'en'): RecordEntry[] {
  const month = today.slice(0, 7);
  const over = Math.min(1, (Number(today.slice(8)) - 1) / 30);
  const random = stream(20261120);
  const unit = (
    key: string,
    name: string,
    kind: string,
    parent: string | null,
    order: number,
  ): RecordEntry => [recordId.unit(key), { name, kind, parent, order }];
  const records: RecordEntry[] = [...templateMeasures('telesales')];
  records.push(unit('sample', COMPANY[language], 'region', null, 0));
  TEAMS.forEach((team, i) => records.push(unit(`sample-t${i}`, team[language], 'team', 'sample', i)));
  PEOPLE.forEach((who, i) => {
    const key = `sample-r${i}`;
    records.push(unit(key, who[language], 'rep', `sample-t${who.team}`, i));
    const own = bent(random);
    for (let back = MONTHS - 1; back >= 0; back--) {
      const work = monthOfWork(who, own, random, back === 0 ? over : 1);
      if (back < who.months) records.push([recordId.history(key, addMonths(month, -back)), work]);
    }
  });
  return records;
}
