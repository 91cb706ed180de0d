import { t } from '../../i18n/i18n.svelte.ts';
import type { RatiosAnswer, StepColumns } from '../../model/planning.ts';
import { ratioText } from '../cells.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import { ratioName } from '../names.ts';
import type { Cell, CellMark, Column } from '../sheet.ts';
import { nameField, treeSheet, type Field } from '../tree-sheet.ts';

const OVERRIDE = 3;
const OWN = 0;

function stepFields(context: SheetContext, step: StepColumns, rows: ReadonlyMap<string, number>): Field[] {
  const group = ratioName(context, step.measure, step.from, step.step);
  const { language } = context;
  const text = (value: number) => ratioText(value, step.step, language);
  const at = (values: Float64Array, unit: string) => values[rows.get(unit) ?? -1] ?? NaN;
  const basis = (unit: string) => step.basis[rows.get(unit) ?? -1] ?? 1;
  const column = (key: string, title: string, width: number, rule = false): Column => ({
    key: `${step.measure} ${key}`,
    type: key === 'own' ? 'evidence' : 'ratio',
    title,
    group,
    width,
    rule,
  });
  const shown = (value: number, marks: CellMark[] = []): Cell => ({
    text: text(value),
    value: Number.isFinite(value) ? (step.step === 'value' ? value / 100 : value) : null,
    input: false,
    marks,
  });
  const refuse: NonNullable<Field['refuse']> = (unit) => ({
    kind: 'override',
    unit: unit.key,
    measure: step.measure,
  });
  const used = (unit: string): Cell => {
    const kind = basis(unit);
    const marks: CellMark[] =
      kind === OVERRIDE ? ['override', 'strong'] : kind === OWN ? ['strong'] : ['team', 'strong'];
    return shown(at(step.used, unit), marks);
  };
  const words = ['', t().reasons.tooLittle, t().reasons.assumed, t().reasons.override];
  const band = (unit: string): Cell => {
    const [low, high] = [at(step.low, unit), at(step.high, unit)];
    const said = words[basis(unit)] ?? '';
    const range = Number.isFinite(low) ? `${text(low)}–${text(high)}` : '—';
    return { text: said || range, value: said || range, input: false, marks: ['muted'], hint: range };
  };
  const own = (unit: string): Cell => {
    const share = at(step.ownShare, unit);
    return Number.isFinite(share) ? { text: '', value: share, input: false, share } : shown(NaN);
  };
  const measure = step.from;
  return [
    {
      column: column('raw', t().sheets.raw, 72, true),
      measure,
      refuse,
      cell: (u) => shown(at(step.raw, u.key), ['muted']),
    },
    { column: column('used', t().sheets.used, 72), measure, refuse, cell: (u) => used(u.key) },
    { column: column('own', t().sheets.own, 52), measure, refuse, cell: (u) => own(u.key) },
    { column: column('band', t().sheets.band, 124), measure, refuse, cell: (u) => band(u.key) },
  ];
}

/** The ratios behind the Backcast sheet, step by step from the result back to the work. */
export const ratios: SheetDefinition = {
  id: 'ratios',
  queries: ({ month }) => [{ kind: 'ratios', month }],
  build(context, [answer]) {
    if (answer?.kind !== 'ratios') throw new Error('the ratios are built from ratios');
    const { units, steps }: RatiosAnswer = answer;
    const rows = new Map(units.map((unit, index) => [unit, index]));
    const fields = [nameField(), ...steps.flatMap((step) => stepFields(context, step, rows))];
    return treeSheet(context, { id: 'ratios', label: t().sheets.name.ratios, fields });
  },
};
