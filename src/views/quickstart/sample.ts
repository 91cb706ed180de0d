import type { RecordEntry } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import { templateChain, templateMeasures, type Template } from '../../model/templates.ts';
import { stream, withDays } from './sample-days.ts';
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
const TELESALES_TEAMS = [
  { zh: '电销一组', en: 'Telesales A' },
  { zh: '电销二组', en: 'Telesales B' },
  { zh: '电销三组', en: 'Telesales C' },
];
const TEAMS = [
  { zh: '销售一组', en: 'Team A' },
  { zh: '销售二组', en: 'Team B' },
  { zh: '销售三组', en: 'Team C' },
];
const COMPANY = { zh: '华东区', en: 'East' };

/** One step of the sample: its usual ratio (money in whole units), how far people's own are from it, monthly noise of money. */
interface Link {
  readonly key: string;
  readonly money: boolean;
  readonly rate: boolean;
  readonly usual: number;
  readonly spread: number;
  readonly noise: number;
  /** The skill of a person shows here. */
  readonly skill: boolean;
}
interface Making {
  readonly work: string;
  /** Of the pace of telesales. */
  readonly pace: number;
  readonly links: readonly Link[];
}

const link = (key: string, usual: number, spread: number, rest: Partial<Link> = {}): Link => ({
  ...{ key, usual, spread, money: false, rate: false, noise: 0, skill: false },
  ...rest,
});

const TELESALES_MAKING: Making = {
  work: 'dials',
  pace: 1,
  links: [
    link('connects', 0.29, 0.15),
    link('conversations', 0.25, 0.16),
    link('intents', 0.198, 0.3, { skill: true }),
    link('pipeline', 5100, 0.12, { money: true, noise: 0.08 }),
    link('revenue', 0.2, 0.45, { money: true, noise: 0.12 }),
  ],
};

/** Work a month of the other templates, as a part of telesales' dials. */
const PACE: Readonly<Record<Exclude<Template, 'telesales'>, number>> = {
  visits: 0.035,
  inbound: 0.07,
  channel: 0.024,
};

/** The other samples follow their templates' own ratios. */
function makingOf(template: Template): Making {
  if (template === 'telesales') return TELESALES_MAKING;
  const [work, ...steps] = templateChain(template);
  return {
    work: work?.key ?? '',
    pace: PACE[template],
    links: steps.map(({ key, unit, step, assumed }, at) => {
      const money = unit === 'money';
      const usual = (assumed ?? 1) / (step === 'value' ? 100 : 1);
      const rest = { money, rate: step === 'rate', noise: money ? 0.1 : 0, skill: at === steps.length - 2 };
      return link(key, usual, money ? 0.2 : 0.15, rest);
    }),
  };
}

/** Part of a month of somebody: each step is a share of the one before with noise that shrinks as counts grow. */
function monthOfWork(
  who: Invented,
  { work, pace, links }: Making,
  own: readonly number[],
  random: () => number,
  part: number,
): Record<string, number> {
  const noise = () => random() + random() + random() - 1.5;
  const about = (expected: number) => Math.max(0, Math.round(expected + noise() * Math.sqrt(expected) * 1.4));
  const values = { [work]: about(who.pace * pace * part * (1 + 0.06 * noise())) };
  let before = values[work] ?? 0;
  links.forEach(({ key, money, rate, usual, noise: spread, skill }, at) => {
    const mean = before * usual * (own[at] ?? 1) * (skill ? who.skill : 1);
    if (money) before = Math.round(mean * (1 + spread * noise()));
    else before = rate ? about(mean) : Math.min(before, about(mean));
    values[key] = money ? before * 100 : before;
  });
  return values;
}

/**
 * The sample team: 12 invented reps in three teams, twelve months before today's and the part of this one that is over;
 * deterministic. Records of units, measures, months and the days of the running one; money in minor units.
 */
export const sampleRecords = (
  today: Day,
  language: 'zh' | 'en',
  template: Template = 'telesales',
): RecordEntry[] => withDays(sampleMonths(today, language, template), today);

/** The same before its running month is told day by day. */
export function sampleMonths(
  today: Day,
  language: 'zh' | 'en',
  template: Template = 'telesales',
): RecordEntry[] {
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
  const records: RecordEntry[] = [...templateMeasures(template)];
  const making = makingOf(template);
  const teams = template === 'telesales' ? TELESALES_TEAMS : TEAMS;
  records.push(unit('sample', COMPANY[language], 'region', null, 0));
  teams.forEach((team, i) => records.push(unit(`sample-t${i}`, team[language], 'team', 'sample', i)));
  PEOPLE.forEach((who, i) => {
    const key = `sample-r${i}`;
    records.push(unit(key, who[language], 'rep', `sample-t${who.team}`, i));
    // How far somebody's own ratios are from the team's, drawn once a person.
    const own = making.links.map(({ spread }) => 1 + spread * (2 * random() - 1));
    for (let back = MONTHS - 1; back >= 0; back--) {
      const work = monthOfWork(who, making, own, random, back === 0 ? over : 1);
      if (back < who.months) records.push([recordId.history(key, addMonths(month, -back)), work]);
    }
  });
  return records;
}
