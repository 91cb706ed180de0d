import { t } from '../../i18n/i18n.svelte.ts';
import { minutesField } from '../../model/records/unit.ts';
import { columnWidth } from '../column-width.ts';
import type { SheetContext } from '../definition.ts';
import { planWords } from '../words.ts';
import type { TeamColumn } from './columns.ts';

/** What one of each measure takes, from the work on; money takes no time. */
export function minutesColumns(context: SheetContext): TeamColumn[] {
  const words = t().team;
  const { measures, measure: nameOf } = planWords(context.ofKind('measure'));
  return measures
    .filter(({ unit }) => unit === 'count')
    .map((measure, at): TeamColumn => {
      const title = nameOf(measure.key);
      const width = columnWidth(title, words.minutesEach);
      return {
        field: 'minutes',
        measure,
        column: {
          key: minutesField(measure.key),
          type: 'count',
          title,
          subtitle: words.minutesEach,
          group: words.minutesOf,
          width,
          rule: at === 0,
        },
      };
    });
}

/** The field of a unit's record that a column shows. */
export const storedField = (about: Exclude<TeamColumn, { readonly field: null }>): string =>
  about.field === 'minutes' ? minutesField(about.measure.key) : about.field;
