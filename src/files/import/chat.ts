import { plainText } from '../../model/entry/text.ts';
import { namesMeasure } from './meaning.ts';

/** What a chat says, as a table: a name, a day where one is said, and the numbers under the words before them. */
export interface ChatTable {
  readonly rows: string[][];
  /** The line of each row, from 1; 0 = the header, which nobody wrote. */
  readonly lines: number[];
}

const LONGEST = 50_000;
const NUMBER = String.raw`[¥$]?\d+(?:,\d{3})*(?:\.\d+)?(?!\d)\s?(?:万|千|亿|w\b|k\b|%)?`;
/** Numbers of seconds and of dates belong to the word. */
const NO_COUNT = String.raw`(?!\s?(?:秒|分钟|s\b|sec|min|[-/]\d|[年月]))`;
const PAIR = new RegExp(
  String.raw`(\p{L}[\p{L}\p{N}_≥ ]*?)\s*[:=]?\s*(${NUMBER})${NO_COUNT}(?:元|个|次|通|人|单|户|家)?`,
  'giu',
);
const DAY =
  /(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|^\d{1,2}\.\d{1,2}(?![\d.万千亿wk%])|(?<![\d.])\d{1,2}(?:月\d{1,2}日?|[-/]\d{1,2}(?![\d.]))|今天|今日|昨天|昨日|前天|\btoday\b|\byesterday\b)(?:\s*\(?(?:周|星期)[一二三四五六日天]\)?)?/i;
const CLOCK = /(?:上午|下午|晚上)?\d{1,2}:\d{2}(?::\d{2})?/g;
const TITLE = /日报|战报|汇报|播报|数据|业绩|小组|report|daily|numbers/i;

interface Line {
  readonly name: string;
  readonly day: string;
  readonly pairs: readonly (readonly [word: string, number: string])[];
}

/** `林晓 外呼` is a name and a measure, `外呼` only a measure, `林晓 面访` a name and a word that nobody knows yet. */
function partName(text: string): [name: string, word: string] {
  for (let at = 0; at < text.length; at++) {
    const before = text[at - 1] ?? ' ';
    if (/[a-z]/i.test(before) && /[a-z]/i.test(text[at]!)) continue;
    if (namesMeasure(text.slice(at).trim())) return [text.slice(0, at).trim(), text.slice(at).trim()];
  }
  const space = text.lastIndexOf(' ');
  return space < 0 ? ['', text] : [text.slice(0, space).trim(), text.slice(space + 1)];
}

const pairsOf = (text: string): [word: string, number: string, at: number][] =>
  [...text.matchAll(PAIR)].map((match) => [match[1]!.trim(), match[2]!.trim(), match.index]);

const asPairs = (pairs: ReturnType<typeof pairsOf>): Line['pairs'] =>
  pairs.map(([word, number]) => [word, number]);

function readLine(written: string): Line {
  const plain = plainText(written).replace(CLOCK, ' ').trim();
  const day = DAY.exec(plain)?.[0] ?? '';
  const text = plain
    .replace(day, ' ')
    .replace(/^[\s\-*•·@#]+/, '')
    .replace(/^\d{1,3}[.、)\s]\s*(?=\p{L})/u, '')
    .trim();
  const colon = /^([^:\d]{1,30}):\s*(?=[^\d\s¥$])(.+)$/u.exec(text);
  if (colon) return { name: colon[1]!.trim(), day, pairs: asPairs(pairsOf(colon[2]!)) };
  const [first, ...rest] = pairsOf(text);
  if (!first) return { name: /\d/.test(text) ? '' : text.replace(/[:,，。]+$/, ''), day, pairs: [] };
  const [own, word] = partName(first[0]);
  const before = text.slice(0, first[2]).replace(/[\s,;、/|]+$/, '');
  const name = [before, own].filter(Boolean).join(' ');
  return { name, day, pairs: [[word, first[1]], ...asPairs(rest)] };
}

const bareDay = (day: string): string =>
  day
    .replace(/\s*\(?(?:周|星期)[一二三四五六日天]\)?$/, '')
    .replace(/^(\d{1,2})\.(\d{1,2})$/, '$1-$2')
    .trim();

const isHead = ({ name }: Line): boolean =>
  name !== '' && name.length <= 20 && name.split(' ').length <= 3 && !TITLE.test(name);

/** A name, or a day, on a line of its own holds for the lines below it. */
class Reader {
  readonly words: string[] = [];
  readonly found: { line: number; name: string; day: string; numbers: Map<string, string> }[] = [];
  others = 0;
  private head = '';
  private day = '';

  take(line: Line, number: number): void {
    if (line.pairs.length === 0) {
      if (line.day) this.day = bareDay(line.day);
      if (isHead(line)) this.head = line.name;
      if (!line.day && !isHead(line)) this.others++;
      return;
    }
    const numbers = new Map<string, string>();
    for (const [word, value] of line.pairs) {
      if (!this.words.includes(word)) this.words.push(word);
      numbers.set(word, value);
    }
    const name = line.name || this.head;
    this.found.push({ line: number, name, day: bareDay(line.day) || this.day, numbers });
  }
}

/** Reads lines such as `林晓 外呼96 接通28`; null: the text is something else. */
export function readChat(text: string): ChatTable | null {
  if (text.length > LONGEST || text.includes('\t') || !/\p{L}\s*[:：=]?\s*[¥￥$]?[\d０-９]/u.test(text))
    return null;
  const reader = new Reader();
  text.split(/\r\n?|\n/).forEach((line, at) => {
    if (line.trim() !== '') reader.take(readLine(line), at + 1);
  });
  const { words, found, others } = reader;
  if (found.length <= others || !words.some(namesMeasure)) return null;
  const named = found.some(({ name }) => name !== '');
  const header = [...(named ? ['姓名'] : []), '日期', ...words];
  const rows = found.map(({ name, day, numbers }) => [
    ...(named ? [name] : []),
    day,
    ...words.map((word) => numbers.get(word) ?? ''),
  ]);
  return { rows: [header, ...rows], lines: [0, ...found.map(({ line }) => line)] };
}
