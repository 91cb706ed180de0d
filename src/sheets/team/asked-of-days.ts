import type { Change } from '../../model/diff.ts';
import { keysOf, kindOf } from '../../model/ids.ts';
import type { Day, Month } from '../../model/time.ts';
import type { Reorganisation, SheetContext } from '../definition.ts';
import { hasNumbers, monthIn } from './numbers-of.ts';

type Context = Pick<SheetContext, 'units' | 'ofKind' | 'get' | 'settings'>;

/** A first or last day of a member that an act sets. */
interface SetDay {
  readonly key: string;
  readonly field: 'start' | 'end';
  readonly day: Day;
  /** What a new member stands under; undefined = the member is there already. */
  readonly under?: string | null;
}

/**
 * Last days ask for the goals after them, first ones for what somebody new takes over; of people who come and go in one
 * act those who go are asked about. `always`: whether there are goals or not.
 */
export function askedOfDays(
  context: Context,
  changes: readonly Change[],
  always: boolean,
): Reorganisation | null {
  const days = changes.flatMap((change) => daysIn(context, change));
  const leave = days.filter(
    ({ key, field, day }) =>
      field === 'end' && (always || hasNumbers(context, [key], 'goal', monthIn(context, day))),
  );
  if (leave.length > 0) return question('leave', changes, leave);
  const begin = days.filter((set) => set.field === 'start' && hasToTake(context, set));
  return begin.length > 0 ? question('begin', changes, begin) : null;
}

function daysIn({ get }: Context, change: Change): SetDay[] {
  if ('create' in change) {
    const { kind, start, parent } = change.values;
    if (kindOf(change.create) !== 'unit' || kind !== 'rep' || typeof start !== 'string') return [];
    const under = typeof parent === 'string' ? parent : null;
    return [{ key: keysOf(change.create)[0] ?? '', field: 'start', day: start, under }];
  }
  if (!('field' in change) || typeof change.value !== 'string') return [];
  const { id, field, value } = change;
  if (kindOf(id) !== 'unit' || (field !== 'start' && field !== 'end')) return [];
  return get(id)?.['kind'] === 'rep' ? [{ key: keysOf(id)[0] ?? '', field, day: value }] : [];
}

/** One day for all of them can be chosen anew; days that differ stay as they were given. */
function question(
  kind: 'leave' | 'begin',
  changes: readonly Change[],
  sets: readonly SetDay[],
): Reorganisation {
  const units = sets.map(({ key }) => key);
  const days = sets.map(({ day }) => day).sort();
  const [first = ''] = days;
  const field = kind === 'leave' ? 'end' : 'start';
  const isOne = days.at(-1) === first;
  const asked = new Set(units);
  return {
    ...{ kind, units, into: null, first },
    day: isOne ? first : null,
    changes: (_, day) =>
      day === null || !isOne ? changes : changes.map((change) => withDay(change, asked, field, day)),
  };
}

function withDay(change: Change, units: ReadonlySet<string>, field: string, day: Day): Change {
  if ('remove' in change) return change;
  const isAsked = units.has(keysOf('create' in change ? change.create : change.id)[0] ?? '');
  if (!isAsked) return change;
  if ('create' in change) return { ...change, values: { ...change.values, [field]: day } };
  return change.field === field ? { ...change, value: day } : change;
}

/** Who begins has no goals yet, and there are some: of the team, or left by somebody who has gone. */
function hasToTake(context: Context, { key, day, under }: SetDay): boolean {
  if (under === undefined && hasNumbers(context, [key], 'goal', '')) return false;
  const month = monthIn(context, day);
  const team = under === undefined ? parentOf(context, key) : under;
  return (team !== null && hasNumbers(context, [team], 'goal', month)) || hasLeaver(context, month);
}

const parentOf = ({ units }: Context, key: string): string | null =>
  units.find((unit) => unit.key === key)?.parent ?? null;

/** Somebody left before the end of the goals that were made for them. */
const hasLeaver = (context: Context, from: Month): boolean =>
  context.units.some(({ key, end }) => {
    if (end === null) return false;
    const after = monthIn(context, end);
    return context.ofKind('goal').some(([id]) => {
      const [rep, month = ''] = keysOf(id);
      return rep === key && month > after && month >= from;
    });
  });
