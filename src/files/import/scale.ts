import { plainText } from '../../model/entry/text.ts';

const SCALES: Readonly<Record<string, number>> = {
  元: 1,
  块: 1,
  人民币: 1,
  rmb: 1,
  cny: 1,
  usd: 1,
  '¥': 1,
  $: 1,
  千: 1e3,
  千元: 1e3,
  k: 1e3,
  k元: 1e3,
  '000': 1e3,
  "'000": 1e3,
  '000s': 1e3,
  thousand: 1e3,
  万: 1e4,
  万元: 1e4,
  w: 1e4,
  十万: 1e5,
  百万: 1e6,
  百万元: 1e6,
  m: 1e6,
  million: 1e6,
  亿: 1e8,
  亿元: 1e8,
  次: 1,
  个: 1,
  通: 1,
  人: 1,
  单: 1,
  家: 1,
};
const MONEY_MARK = /^(?:单位[:：]?)?[¥$€£]?|[¥$€£]$/g;

function scaleOf(unit: string): number | undefined {
  const word = unit.replace(MONEY_MARK, '').trim() || unit;
  return Object.hasOwn(SCALES, word) ? SCALES[word] : undefined;
}

/** A header parted from its unit: `储备(万)` is 储备 and 10,000; `Revenue, K` is Revenue and 1,000. */
export function splitUnit(header: string): { name: string; scale: number } {
  const plain = plainText(header);
  const bracket = /^(.*?)[([【]([^)\]】]*)[)\]】](.*)$/.exec(plain);
  const inside = bracket && scaleOf((bracket[2] ?? '').toLowerCase());
  if (bracket && inside) return { name: `${bracket[1] ?? ''}${bracket[3] ?? ''}`, scale: inside };
  const tail = /^(.+?)(?:[\s,/_-]+([a-z0-9'¥$]+)|[\s,/_-]*(万元|千元|百万元|亿元|元|万))$/i.exec(plain);
  const behind = tail && scaleOf((tail[2] ?? tail[3] ?? '').toLowerCase());
  return tail && behind ? { name: tail[1] ?? plain, scale: behind } : { name: plain, scale: 1 };
}
