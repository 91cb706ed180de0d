import { t } from '../i18n/i18n.svelte.ts';
import { formatMonth } from '../i18n/numbers.ts';
import { keysOf } from '../model/ids.ts';
import type { Values } from '../model/json.ts';
import type { StepKind } from '../model/records/measure.ts';
import type { Unit } from '../model/records/unit.ts';
import type { SheetContext } from './definition.ts';
import { ratioFigure } from './figures.ts';
import type { PlanWords } from './words.ts';

interface Held {
  readonly from: string;
  readonly values: Values;
}

/** The overrides that hold in a month, by `unit/measure`; of several the one that began last. */
function holding(context: SheetContext): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const [id, values] of context.ofKind('override')) {
    const [unit = '', measure = '', from = ''] = keysOf(id);
    const until = values['until'];
    if (from > context.month || (typeof until === 'string' && until < context.month)) continue;
    const key = `${unit}/${measure}`;
    if ((held.get(key)?.from ?? '') <= from) held.set(key, { from, values });
  }
  return held;
}

/** What an override is, since when and why: a unit's own, else the one that it has from above. */
export function overrideHints(context: SheetContext, words: PlanWords) {
  let held: Map<string, Held> | undefined;
  let units: Map<string, Unit> | undefined;
  return (unit: Unit, measure: string, step: StepKind): string => {
    held ??= holding(context);
    units ??= new Map(context.units.map((each) => [each.key, each]));
    const met = new Set<string>();
    for (let at: Unit | undefined = unit; at && !met.has(at.key); at = units.get(at.parent ?? '')) {
      met.add(at.key);
      const found = held.get(`${at.key}/${measure}`);
      if (found) return sentenceOf(found, words.ratio(measure), step, context);
    }
    return t().reasons.override;
  };
}

function sentenceOf({ from, values }: Held, name: string, step: StepKind, context: SheetContext): string {
  const { language, settings } = context;
  const text = (field: string): string | null => {
    const value = values[field];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const [until, setOn, reason] = [text('until'), text('setOn'), text('reason')];
  const ratio = ratioFigure(Number(values['ratio']), step, language, settings.currency);
  const { backcast } = t().sheets;
  const span = backcast.override(
    name,
    ratio,
    formatMonth(from, language),
    until && formatMonth(until, language),
  );
  return `${span}${setOn ? backcast.setOn(setOn) : ''}${reason ? backcast.because(reason) : ''}`;
}
