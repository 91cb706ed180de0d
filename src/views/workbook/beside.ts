import type { BookBeside, BookCompared } from '../../files/workbook/types.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import type { BackcastAnswer, OddsAnswer } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import { backcastPlan } from '../../sheets/backcast/plan.ts';
import type { SheetContext } from '../../sheets/definition.ts';
import { parentsOf } from '../../sheets/rows.ts';

const asTitle = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the planner says of a plan, with or without an open what-if. */
export interface BesideAnswers {
  readonly backcast: BackcastAnswer;
  readonly odds: OddsAnswer;
}

/** The open what-if: its own view of the records, and both answers. */
export interface OpenWhatIf {
  readonly name: string;
  readonly context: SheetContext;
  readonly supposed: BesideAnswers;
  readonly plan: BesideAnswers;
}

/** Plan, what-if and difference of every number of the Backcast, unit by unit. `title`: of the plan's own sheet. */
export function besideOf(
  { name, context, plan, supposed }: OpenWhatIf,
  levels: ReadonlyMap<string, number>,
  planContext: SheetContext,
  title: string,
): BookBeside {
  const words = t().workbook;
  const units = unitsOf(context, planContext);
  const columns = comparedOf(context, plan, supposed);
  return {
    words: {
      ...{ sheet: words.beside.sheet, title: words.beside.title(name, title) },
      ...{ legend: words.beside.legend, name: words.name, kind: words.kind },
      ...{ plan: words.beside.plan, supposed: words.beside.supposed, difference: words.beside.difference },
    },
    rows: units.map((unit) => ({
      name: unit.name,
      kind: t().chain.unitKind[unit.kind],
      isRep: unit.kind === 'rep',
      level: levels.get(unit.key) ?? 0,
    })),
    columns: columns.map(({ of, as, title: name, column }): BookCompared => {
      const taken = (answers: BesideAnswers): Float64Array => {
        const places = new Map(answers.backcast.units.map((key, at) => [key, at]));
        const values = column(answers);
        return Float64Array.from(units, ({ key }) => values?.[places.get(key) ?? -1] ?? NaN);
      };
      return { of, as, title: name, plan: taken(plan), supposed: taken(supposed) };
    }),
  };
}

/** Everybody of the what-if in the desk's scope, then those whom only the plan has. */
function unitsOf(context: SheetContext, plan: SheetContext): Unit[] {
  const known = new Set(context.units.map(({ key }) => key));
  return [...inScope(context), ...inScope(plan).filter(({ key }) => !known.has(key))];
}

function inScope({ units, scope }: SheetContext): readonly Unit[] {
  if (scope === null) return units;
  const parents = parentsOf(units);
  const isUnder = (key: string | null): boolean =>
    key !== null && (key === scope || isUnder(parents.get(key) ?? null));
  return units.filter(({ key }) => isUnder(key));
}

interface Named extends Pick<BookCompared, 'of' | 'as' | 'title'> {
  readonly column: (answers: BesideAnswers) => Float64Array | undefined;
}

function comparedOf(context: SheetContext, plan: BesideAnswers, supposed: BesideAnswers): Named[] {
  const { words, mark, money } = backcastPlan(context, supposed.backcast);
  const { chain, workbook } = t();
  const { measures } = supposed.backcast;
  const as = (measure: string): 'money' | 'count' => (money(measure) ? 'money' : 'count');
  const titled = (title: string, isMoney: boolean) => (isMoney ? `${title} (${mark})` : title);
  const work = measures.at(-1);
  const perDayOf = (work: string): Named => ({
    ...{ of: 'perDay', as: as(work), title: titled(chain.perDay(words.measure(work)), money(work)) },
    column: ({ backcast }) => backcast.perDay.at(-1),
  });
  return [
    {
      of: 'goal',
      as: 'money',
      title: titled(asTitle(chain.goal), true),
      column: ({ backcast }) => backcast.goal,
    },
    ...measures.map((measure): Named => {
      // The chain is the plan's in both: what is supposed changes no measure.
      const at = plan.backcast.measures.indexOf(measure);
      return {
        ...{ of: 'measure', as: as(measure), title: titled(words.measure(measure), money(measure)) },
        column: ({ backcast }) => backcast.requirement[at],
      };
    }),
    ...(work === undefined ? [] : [perDayOf(work)]),
    ...(
      [
        ['atPace', workbook.beside.atPace],
        ['atQuota', workbook.beside.atQuota],
      ] as const
    ).map(([chance, title]): Named => ({
      ...{ of: chance, as: 'ratio', title },
      // In whole per cents, which is all that a chance deserves.
      column: ({ odds }) => odds[chance].map((value) => Math.round(value * 100) / 100),
    })),
  ];
}
