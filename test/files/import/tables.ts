import { factsOf, readerOf, type PlanReader } from '../../../src/files/import/facts.ts';
import { makeDraft } from '../../../src/files/import/draft.ts';
import { readTable } from '../../../src/files/import/table.ts';
import type { DraftRequest, ImportDraft, PlanFacts } from '../../../src/files/import/types.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { dayOf } from '../../../src/model/time.ts';
import { templateMeasures } from '../../../src/model/templates.ts';
import { unitOfOther } from '../../../src/model/records/other.ts';

export const TODAY = '2026-11-20';

export const freshPlan = (...more: RecordEntry[]): PlanReader =>
  readerOf([...templateMeasures('telesales'), ...more]);

export const factsFor = (plan: PlanReader = freshPlan()): PlanFacts => factsOf(plan, TODAY);

export const draftOf = (text: string, request: Partial<DraftRequest> = {}): ImportDraft =>
  makeDraft(readTable(text), { facts: factsFor(), ...request });

/** Rep-months, or rep-days, as `name month measure value`, money in major units, in the order of the draft. */
export function written(draft: ImportDraft): string[] {
  const { cells, people, months, measureKeys, chain, others } = draft;
  return [...cells.person].flatMap((person, slot) =>
    measureKeys.flatMap((key, measure) => {
      const value = cells.values[measure]?.[slot] ?? NaN;
      const inChain = chain.find((one) => one.key === key)?.unit;
      const money = (inChain ?? (others.includes(key) ? unitOfOther(key) : null)) === 'money';
      const shown = Number.isNaN(value) ? 'blank' : String(value / (money ? 100 : 1));
      const period = cells.day ? dayOf(cells.day[slot] ?? 0) : months[cells.month[slot] ?? 0];
      return [`${people[person]?.name ?? ''} ${period ?? ''} ${key} ${shown}`];
    }),
  );
}

const gbBytes = new Map<string, readonly [number, number]>();
function gbTable(): ReadonlyMap<string, readonly [number, number]> {
  if (gbBytes.size > 0) return gbBytes;
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      gbBytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  return gbBytes;
}

/** Text as GB18030 bytes (characters of up to two bytes), by turning the platform's decoder round. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((char) =>
      char < '\x80' ? [char.charCodeAt(0)] : [...(gbTable().get(char) ?? [0x3f])],
    ),
  );
}

export function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

/** The export that the import screen is drawn with. */
export const CRM_EXPORT = [
  '电销明细 2025-01 至 2026-10 · 导出人 陈经理 · 2026/11/3,,,,,,,,,',
  '销售姓名,统计月份,拨打量,接通量,有效沟通,意向数,储备(万),回款,接通率,备注',
  '林晓,2026年5月,"1,782",509,131,25,12.84万,"25,300",28.6%,',
  '林晓,2026年6月,１８６５,548,139,28,14.19万,"¥29,650",29.4%,',
  '林晓,2026/7,"1,903",551,137,27,13.79,"27,880",29.0%,',
  '林晓,46235,"1,824",537,,27,13.77万,"27,620",29.4%,录音没传',
  '林 晓,Sep 2026,"1,741",503,129,26,13.07,"26,910",28.9%,',
  '林晓,2026-10,"1,652",485,122,24,12.41万,"25,490",29.4%,',
  '陈思远,2025/1/1,"1,688",512,-,27,14.3,"31,900",30.3%,',
  '赵凯,2026-12,"2,000",600,140,28,13.9,"24,300",28.3%,',
  '赵凯,2026-13,"2,180",617,148,28,13.9,"24,300",28.3%,',
  '吴桐,2026-05,986,"1,204",150,28,13.9,"24,300",28.3%,',
  '郑好,2026-05,一千八,600,150,28,13.9,"24,300",28.3%,',
  ',2026-05,1800,600,150,28,13.9,"24,300",28.3%,',
  '林晓,2026-08,"1,824",537,,27,13.17万,"27,620",29.4%,',
  '合计,,"421,306","122,178","30,214","5,862","2,944.6","5,918,240",,',
  '注：回款按到账日,,,,,,,,,',
].join('\r\n');
