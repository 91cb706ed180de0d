import type { Change } from '../../model/diff.ts';
import { keysOf, kindOf, recordId, SLICE_ID } from '../../model/ids.ts';
import type { Unit } from '../../model/records/unit.ts';
import { movedUnits, placesKept } from '../../model/unit-places.ts';
import type { Reorganisation, SheetContext, TeamsOfThePast } from '../definition.ts';
import { unitsUnder } from '../newcomers.ts';
import { removeUnits } from '../removal.ts';
import type { EditReason } from '../sheet.ts';
import { askedOfDays } from './asked-of-days.ts';
import { teamsOfThePast } from './closing.ts';
import { hasNumbers, monthIn } from './numbers-of.ts';

type Context = Pick<SheetContext, 'units' | 'ofKind' | 'get' | 'settings' | 'asOf'>;
/** What somebody did: an edit of cells, or an act on rows. */
export type Act = EditReason | 'move' | 'deleteRows' | 'check';

/**
 * What a person is asked before units move, go or begin: where their past and their goals belong. null: nothing depends
 * on it, as where only the order of siblings changes, or where the plan has no numbers yet.
 */
export function askedBefore(context: Context, changes: readonly Change[], act: Act): Reorganisation | null {
  // A part of a plan takes no change of the tree, and says so by itself.
  if (context.get(SLICE_ID)) return null;
  switch (act) {
    case 'move':
      return askedOfMove(context, changes);
    case 'deleteRows':
      return askedOfDeletion(context, changes);
    default:
      return askedOfDays(context, changes, act === 'check');
  }
}

function askedOfMove(context: Context, changes: readonly Change[]): Reorganisation | null {
  const moved = movedUnits(context.units, changes);
  const keys = [...moved.keys()];
  if (keys.length === 0) return null;
  if (!hasNumbers(context, keys, 'goal', '') && !hasNumbers(context, keys, 'history', '')) return null;
  const places = context.ofKind('place');
  return {
    kind: 'move',
    units: keys,
    into: [...moved.values()][0] ?? null,
    day: null,
    changes: (from) => [...changes, ...placesKept(context.units, moved, places, from)],
  };
}

function askedOfDeletion(context: Context, changes: readonly Change[]): Reorganisation | null {
  const closed = closedBy(changes);
  const gone = new Set([...removedBy(changes), ...closed]);
  const tops = context.units.filter(({ key, parent }) => gone.has(key) && !gone.has(parent ?? ''));
  const keys = tops.map(({ key }) => key);
  // With the last of a team there is nobody to take anything over.
  const isLeft = ({ key, kind }: Unit): boolean => kind === 'rep' && !gone.has(key);
  const hasOthers = tops.every(
    ({ parent }) => parent !== null && unitsUnder(context.units, parent).some(isLeft),
  );
  const isOfGoals = hasOthers && hasNumbers(context, keys, 'goal', monthIn(context, context.asOf));
  const erases = hasNumbers(context, keys, 'history', '') || hasNumbers(context, keys, 'actual', '');
  if (closed.length === 0 && !isOfGoals && !erases) return null;
  const past = closed.length === 0 ? null : pastOf(context, closed, gone, tops);
  const left = erases && tops.every(isHere) ? haveLeft(context, keys) : null;
  return { kind: 'delete', units: keys, into: null, day: null, changes: () => changes, past, erases, left };
}

const isHere = ({ kind, end }: Unit): boolean => kind === 'rep' && end === null;

/** They are deleted because they have gone, as a rule: a last day keeps their past where it was. */
const haveLeft = (context: Context, keys: readonly string[]): Reorganisation | null =>
  askedOfDays(
    context,
    keys.flatMap((key) => leaving(context, key)),
    true,
  );

const removedBy = (changes: readonly Change[]): string[] =>
  changes.flatMap((change) =>
    'remove' in change && kindOf(change.remove) === 'unit' ? (keysOf(change.remove)[0] ?? '') : [],
  );

/** Teams that stay for earlier months. */
const closedBy = (changes: readonly Change[]): string[] =>
  changes.flatMap((change) =>
    'field' in change && change.field === 'end' && kindOf(change.id) === 'unit'
      ? (keysOf(change.id)[0] ?? '')
      : [],
  );

function pastOf(
  context: Context,
  teams: readonly string[],
  gone: ReadonlySet<string>,
  tops: readonly Unit[],
): TeamsOfThePast {
  const months = [...teamsOfThePast(context, gone).values()].sort();
  const keys = tops.map(({ key }) => key);
  const [above = null] = tops.map(({ parent }) => parent);
  return { teams, last: months.at(-1) ?? '', above, deleted: removeUnits(context, keys, 'above') };
}

/** What a rep's row offers: to say that somebody leaves. */
export const leaving = ({ asOf }: Pick<SheetContext, 'asOf'>, key: string): Change[] => [
  { id: recordId.unit(key), field: 'end', value: asOf },
];
