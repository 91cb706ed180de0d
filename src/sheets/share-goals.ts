import { t } from '../i18n/i18n.svelte.ts';
import type { Change } from '../model/diff.ts';
import { recordId, type GoalPlace } from '../model/ids.ts';
import { monthsOf } from '../model/time.ts';
import { repsBelow, type Gathered } from './apply-written.ts';
import type { Ask, SheetContext } from './definition.ts';
import { claimed } from './goals/claims.ts';
import { asStored, impossible, sharedText } from './goals/goal-answer.ts';
import type { CellEdit, EditOutcome, EditReason } from './sheet.ts';

/** A goal that was typed or pasted, and where it stands. */
export interface PlacedGoal {
  readonly edit: CellEdit;
  readonly place: GoalPlace;
  readonly amount: number | null;
  /** One record's own cell. */
  readonly isCell: boolean;
}

interface Sharing {
  readonly context: SheetContext;
  readonly goals: readonly PlacedGoal[];
  readonly reason: EditReason;
  readonly ask: Ask;
  /** Members that the same act adds. */
  readonly newcomers: readonly Change[];
}

/**
 * Asks what goals at any height come to, as one question. A total of which all cells below were typed as well follows
 * them; one of which some were shares out the rest. If they can't be had, nothing changes, and each stays in its cell
 * with the reason.
 */
export async function shareGoals(sharing: Sharing, gathered: Gathered): Promise<EditOutcome> {
  const { context, reason, ask, newcomers: first } = sharing;
  const { asked, nobody, following } = claimed(sharing.goals, (goal) => cellsOf(context, goal));
  for (const { edit } of nobody) gathered.refuse(edit, t().goals.impossible.nobody);
  for (let open = asked; open.length > 0;) {
    const edits = open.map(({ place, amount }) => ({ ...place, amount, spread: null }));
    const answer = await ask({ kind: 'goalEdit', edits, first });
    if (answer && !answer.possible && answer.why === 'nobody') {
      const { edit } = open[answer.edit]!;
      gathered.refuse(edit, t().goals.impossible.nobody);
      open = open.filter((_, at) => at !== answer.edit);
      continue;
    }
    if (answer?.possible) return shared(sharing, gathered, answer.changes, open, following);
    const why = answer ? impossible({ context }, answer) : t().sheets.notNow;
    for (const { edit } of open) gathered.refuse(edit, why);
    break;
  }
  return gathered.outcome(reason, followed(following));
}

/** Who is not there yet has nobody below. */
const repsOf = ({ units }: SheetContext, key: string): string[] =>
  units.some((unit) => unit.key === key) ? repsBelow(units, key) : [key];

const cellsOf = (context: SheetContext, { place: { unit, span, segment } }: PlacedGoal): string[] =>
  repsOf(context, unit).flatMap((rep) => monthsOf(span).map((month) => recordId.goal(rep, month, segment)));

function shared(
  { context, reason }: Sharing,
  gathered: Gathered,
  changes: readonly Change[],
  open: readonly PlacedGoal[],
  following: number,
): EditOutcome {
  gathered.changes.push(...asStored({ context }, changes));
  gathered.values += open.filter(({ isCell, amount }) => isCell || amount === null).length;
  const totals = open.filter(({ isCell, amount }) => !isCell && amount !== null);
  const [only] = totals;
  const text =
    only &&
    (totals.length > 1
      ? t().goals.shared.many(totals.length)
      : sharedText(context, { ...only.place, amount: only.amount }));
  return gathered.outcome(reason, [...(text ? [text] : []), ...followed(following)]);
}

const followed = (following: number): string[] => (following > 0 ? [t().goals.shared.follow(following)] : []);
