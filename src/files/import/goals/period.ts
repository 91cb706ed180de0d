import { parseMonth } from '../../../model/entry/month.ts';
import { plainText } from '../../../model/entry/text.ts';
import { addMonths, monthNumber, yearOf, type Day, type Month, type MonthSpan } from '../../../model/time.ts';

export interface PeriodHints {
  /** The year of `11月`, `Q4` and 全年, from a title or what stands above; else the planning year of `asOf`. */
  readonly year?: number | undefined;
  readonly firstMonth: number;
  readonly asOf: Day;
}

const GOAL =
  /(?:销售|业绩)?(?:目标|任务|指标|配额)(?:额|金额|值|数)?|\b(?:sales )?(?:goals?|targets?|quotas?)\b/g;
const UNIT = /[([【][^()[\]]*(?:元|万|千|[¥$€£]|rmb|cny|usd|thousand|million|\bk\b)[^()[\]]*[)\]】]/g;
const MARKS = /[¥$€£·•:：|_]/g;
const TOTAL = /(?:合计|小计|总计|汇总|\b(?:sub-?)?totals?\b|\bsum\b)$/;
const NUMERALS = '一二三四';
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** Says that goals are meant. */
export const isGoalWord = (text: string): boolean =>
  plainText(text).toLowerCase().search(GOAL) >= 0 &&
  !/完成|达成|实际|差额|缺口|率|actual|attain|gap|%/i.test(text);

/** The words that say nothing of the period taken away. */
function bare(text: string): string {
  const tidy = (part: string) => part.replace(/\s+/g, ' ').trim();
  const plain = tidy(plainText(text).toLowerCase().replace(UNIT, ' ').replace(GOAL, ' ').replace(MARKS, ' '));
  return tidy(plain.replace(TOTAL, '')) || plain;
}

const fullYear = (text: string): number => (text.length === 2 ? 2000 : 0) + Number(text);

/** 4, 四, 4th, fourth. */
function ordinal(text: string): number {
  const numeral = NUMERALS.indexOf(text);
  if (numeral >= 0) return numeral + 1;
  const word = ORDINALS.indexOf(text);
  return word >= 0 ? word + 1 : Number(text[0]);
}

type Part = readonly [parts: 1 | 2 | 4, number: number, year: number | null];
const year = (text: string | undefined): number | null => (text ? fullYear(text) : null);

const QUARTERS: readonly (readonly [RegExp, (m: readonly string[]) => Part])[] = [
  [
    /^(?:fy ?)?(\d{4}|\d{2}(?=年)) ?年?度? ?[-/]? ?(?:q ?([1-4])|第? ?([1-4一二三四]) ?季度?)$/,
    ([y, a, b]) => [4, ordinal(a || b || ''), year(y)],
  ],
  [
    /^(?:q([1-4])|([1-4])q|第? ?([1-4一二三四]) ?季度?) ?[-/',]? ?(?:of )?(?:fy ?)?'?(\d{4}|\d{2})? ?年?$/,
    ([a, b, c, y]) => [4, ordinal(a || b || c || ''), year(y)],
  ],
  [
    /^(1st|2nd|3rd|4th|first|second|third|fourth|quarter [1-4]) ?(?:quarter)? ?,? ?(?:of )?(\d{4})?$/,
    ([q = '', y]) => [4, ordinal(q.replace('quarter ', '')), year(y)],
  ],
  [
    /^(\d{4}) ?年? ?(?:h([12])|([上下])半年)$/,
    ([y, h, w]) => [2, h ? Number(h) : w === '上' ? 1 : 2, year(y)],
  ],
  [
    /^(?:h([12])|([上下])半年) ?(\d{4})?年?$/,
    ([h, w, y]) => [2, h ? Number(h) : w === '上' ? 1 : 2, year(y)],
  ],
  [/^(?:fy ?)?(20\d{2}) ?年?度?$/, ([y]) => [1, 1, year(y)]],
  [/^fy ?'?(\d{2})$/, ([y]) => [1, 1, year(y)]],
  [/^(?:全年|年度|本年|本年度|full year|year|annual|yearly|fy)$/, () => [1, 1, null]],
];

/** `part` of as many of the planning year that begins in a calendar year. */
function partOfYear([parts, number, of]: Part, { year: hint, firstMonth, asOf }: PeriodHints): MonthSpan {
  const wanted = of ?? hint;
  const now = yearOf(asOf.slice(0, 7), firstMonth).from;
  const start = wanted === undefined ? now : `${wanted}-${String(firstMonth).padStart(2, '0')}`;
  const length = 12 / parts;
  const from = addMonths(start, (number - 1) * length);
  return { from, to: addMonths(from, length - 1) };
}

/** A month of the planning year of today where neither it nor what stands above says a year. */
function readMonth(text: string, { year: hint, firstMonth, asOf }: PeriodHints): Month | null {
  if (!/[年月\-/.a-z]|^20\d{4}$/.test(text)) return null;
  const [one, other] = [2000, 2001].map((guess) => parseMonth(text, { year: guess }));
  if (!one?.ok || !other?.ok || !one.value || !other.value) return null;
  if (one.value === other.value) return one.value;
  const month = one.value.slice(5);
  if (hint !== undefined) return `${hint}-${month}`;
  const { from } = yearOf(asOf.slice(0, 7), firstMonth);
  const same = `${from.slice(0, 4)}-${month}`;
  return same < from ? addMonths(same, 12) : same;
}

/** Its dash is a hyphen by now, and so are those inside. */
const WRITTEN_SPAN = /^(\d{4}-\d{1,2}|[a-z]{3,9}(?: \d{4})?)-(\d{4}-\d{1,2}|[a-z]{3,9} ?\d{4}|[a-z]{3,9})$/;

function readSpan(text: string, hints: PeriodHints): MonthSpan | null {
  const months = /^(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月? ?[-–—~至到] ?(\d{1,2}) ?月$/.exec(text);
  const ends = months
    ? [months[2], months[3]].map((month) => `${months[1] ? `${months[1]}年` : ''}${month}月`)
    : (WRITTEN_SPAN.exec(text)?.slice(1) ?? text.split(/ ?[–—~至到] ?| to | - /));
  if (ends.length !== 2) return null;
  const to = readMonth(ends[1]!, hints);
  const from = to && readMonth(ends[0]!, { ...hints, year: Number(to.slice(0, 4)) });
  if (!from || !to || monthNumber(to) - monthNumber(from) > 35) return null;
  return from <= to ? { from, to } : null;
}

/**
 * A period as people head a column with it: `2026-11`, `2026年11月`, `Nov 2026`, `Q4 2026`, `2026年第4季度`, `H2`, 上半年,
 * `FY2026`, 全年, `2026-10–2026-12`; with 目标, units and 合计 around it. Quarters and years are those of the planning
 * year. Null = it names none.
 */
export function readPeriod(text: string, hints: PeriodHints): MonthSpan | null {
  const inside = /\((\d{4}-\d{2}) ?[–—~-] ?(\d{4}-\d{2})\)/.exec(plainText(text));
  if (inside) return readSpan(`${inside[1]}–${inside[2]}`, hints);
  const plain = bare(text);
  if (plain === '' || plain.length > 40) return null;
  for (const [form, read] of QUARTERS) {
    const match = form.exec(plain);
    if (match) return partOfYear(read(match.slice(1)), hints);
  }
  const month = readMonth(plain, hints);
  return month ? { from: month, to: month } : readSpan(plain, hints);
}

/** The one year that a text names. */
export function yearIn(text: string): number | undefined {
  const years = new Set(plainText(text).match(/(?<!\d)20\d{2}(?!\d)/g) ?? []);
  return years.size === 1 ? Number([...years][0]) : undefined;
}
