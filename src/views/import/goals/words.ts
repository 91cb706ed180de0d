import type { GoalDraft, GoalSegment } from '../../../files/import/goals/types.ts';
import { currentLanguage, t } from '../../../i18n/i18n.svelte.ts';
import { recordId, SETTINGS_ID } from '../../../model/ids.ts';
import type { Values } from '../../../model/json.ts';
import { parseSettings } from '../../../model/records/read.ts';
import { spanName } from '../../../sheets/goals/lock-words.ts';
import type { PlanSession } from '../../../state/contract.ts';
import type { ColumnChoices } from '../choices.ts';
import { reasonText } from '../words.ts';

/** What sentences about goals need of the plan, and of the segments that come into it. */
export function wordsOf(session: PlanSession, { newSegments = [] }: Partial<GoalDraft> = {}) {
  const made = new Map(newSegments.map(({ key, name }) => [recordId.segment(key), { name }]));
  return {
    language: currentLanguage(),
    settings: parseSettings(session.get(SETTINGS_ID) ?? {}),
    get: (id: string): Values | undefined => session.get(id) ?? made.get(id),
  };
}

const FIELDS = ['rep', 'team', 'region', 'segment', 'month', 'year', 'measure'];

/** What a column of goals can be; of a column with a period, which one. */
export function goalChoices(draft: GoalDraft, names: ReturnType<typeof wordsOf>): ColumnChoices {
  const spanOf = (index: number) => draft.columns[index]?.span ?? null;
  return {
    groups({ index }) {
      const words = t().importGoals;
      const amounts = [...(spanOf(index) ? ['cells'] : []), 'goal'];
      const options = (targets: readonly string[]) =>
        targets.map((target) => [target, words.targets[target] ?? target] as const);
      return [
        { label: words.fields, options: options(FIELDS) },
        { label: words.amounts, options: options(amounts) },
      ];
    },
    reason(column) {
      const span = column.target === 'cells' ? spanOf(column.index) : null;
      if (!span) return reasonText(column);
      const period = spanName(span, names);
      return column.reason === 'total' ? t().importGoals.sumOf(period) : period;
    },
  };
}

/** A part with what it is a part of. */
export function segmentLabel({ name, parent }: GoalSegment, all: readonly GoalSegment[]): string {
  const above = all.find(({ key }) => key === parent);
  return above ? `${above.name} / ${name}` : name;
}
