import { t } from '../../i18n/i18n.svelte.ts';
import { REPORT_PARTS, type Report, type ReportPart } from '../../model/records/diary.ts';
import type { Draft } from './draft.ts';
import { plain } from './marks.ts';
import type { Kind } from './periods.ts';

export const partName = (part: ReportPart, kind: Kind): string => {
  const { parts } = t().reports;
  return part === 'plan' ? parts.plan[kind] : parts[part];
};

/** The sentences of a part: what was written over it, else the draft. */
export const linesOf = (part: ReportPart, draft: Draft, report: Report | null): string[] => {
  const own = report?.[part];
  if (own == null) return draft[part].map(plain);
  return own.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
};

/** The report as plain text, fit for a chat: numbered lines, no tables. */
export function reportText(head: string, kind: Kind, draft: Draft, report: Report | null): string {
  const parts = REPORT_PARTS.map((part) => {
    const lines = linesOf(part, draft, report);
    const numbered = lines.map((line, at) => (lines.length > 1 ? `${at + 1}. ${line}` : line));
    return [partName(part, kind), ...(numbered.length > 0 ? numbered : [t().reports.nothing])].join('\n');
  });
  return [head, ...parts].join('\n\n');
}
