import type { Change, Edit } from './diff.ts';
import type { Answer, GoalEditAnswer } from './planning.ts';

/** Goals that are edited, as columns: tens of thousands of small objects take long from one thread to another. */
interface GoalColumns {
  /** One id a line. */
  readonly ids: string;
  /** Minor units; NaN = made blank. */
  readonly amounts: Float64Array<ArrayBuffer>;
}

/** What typed goals come to, on its way: the edited goals are not among the changes. */
export interface PackedGoals {
  readonly kind: 'packed';
  readonly answer: Extract<GoalEditAnswer, { possible: true }>;
  readonly columns: GoalColumns;
}

/** From so many changes on, they go as columns. */
const MANY = 100;

const isEditedGoal = (change: Change): change is Edit =>
  'field' in change && change.field === 'amount' && change.id.startsWith('goal/');

/** Takes the edited goals of an answer apart; other answers stay as they are. */
export function packAnswer(answer: Answer): Answer | PackedGoals {
  if (answer.kind !== 'goalEdit' || !answer.possible || answer.changes.length < MANY) return answer;
  const edited = answer.changes.filter(isEditedGoal);
  const amounts = Float64Array.from(edited, ({ value }) => (typeof value === 'number' ? value : NaN));
  const changes = answer.changes.filter((change) => !isEditedGoal(change));
  // No id holds a line break.
  const columns = { ids: edited.map(({ id }) => id).join('\n'), amounts };
  return { kind: 'packed', answer: { ...answer, changes }, columns };
}

/** Puts them together again, the edited goals first. */
export function unpackGoals({ answer, columns: { ids, amounts } }: PackedGoals): GoalEditAnswer {
  const edited = (ids === '' ? [] : ids.split('\n')).map((id, at): Edit => {
    const value = amounts[at] ?? NaN;
    return { id, field: 'amount', value: Number.isNaN(value) ? null : value };
  });
  return { ...answer, changes: [...edited, ...answer.changes] };
}
