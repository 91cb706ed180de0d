import { isField } from '../../files/import/catalog.ts';
import { ownMeasureKey } from '../../files/import/keys.ts';
import type { ColumnGuess, ImportDraft, PlanFacts, Target } from '../../files/import/types.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { knownMeasures, measureChoice, reasonText } from './words.ts';

/** A table with what its columns are, and the rows that are worth a look. */
export type ShownDraft = Pick<ImportDraft, 'columns' | 'preview' | 'problems'>;

interface ColumnGroup {
  readonly label: string;
  readonly options: readonly (readonly [target: Target, text: string])[];
}

/** What a column can be, and why it is what it is. */
export interface ColumnChoices {
  groups(column: ColumnGuess): readonly ColumnGroup[];
  reason(column: ColumnGuess): string;
}

const FIELDS = ['rep', 'month', 'day', 'year', 'team', 'region'];

/** Of a history, or of actuals. */
export function historyChoices(draft: ImportDraft, facts: PlanFacts): ColumnChoices {
  const known = knownMeasures(facts);
  return {
    groups(column) {
      const { target, header, month } = column;
      const fields = [
        ...FIELDS,
        ...(draft.layout === 'wide' ? ['measure'] : []),
        ...(month ? ['cells'] : []),
      ];
      const own = header ? [ownMeasureKey(header)] : [];
      const current = isField(target) ? [] : [target];
      const measures = [...new Set([...known, ...own, ...current])];
      const words = t().imports;
      return [
        { label: words.fields, options: fields.map((field) => [field, words.targets[field] ?? field]) },
        { label: words.measures, options: measures.map((key) => [key, measureChoice(key, header, facts)]) },
      ];
    },
    reason: reasonText,
  };
}
