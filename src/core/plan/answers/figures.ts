import type { Figure, FigureNumbers, FiguresAnswer, FiguresQuery } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import { ofReps, placeOf, repsUnder } from '../org.ts';
import { otherKinds } from '../other-record.ts';
import type { PlanState } from '../plan-state.ts';

const WINS = 'wins';
const NEW = 'newCustomers';
const MARGIN = 'margin';

/** The figures that a plan follows beside goal and pace; those without a number are left out. */
export function figuresAnswer(state: PlanState, { month, unit }: FiguresQuery): FiguresAnswer {
  const at = placeOf(state.org, unit);
  const figures = new MonthFigures(state, month, at === -1 ? [] : repsUnder(state.orgOf(month), at));
  return { kind: 'figures', month, unit, figures: figures.all() };
}

type OfRep = (rep: number) => number;

class MonthFigures {
  readonly #state: PlanState;
  readonly #month: Month;
  readonly #reps: readonly number[];

  constructor(state: PlanState, month: Month, reps: readonly number[]) {
    this.#state = state;
    this.#month = month;
    this.#reps = reps;
  }

  all(): Figure[] {
    const { plan, chain } = this.#state;
    const kept = (key: string): boolean => plan.figures.has(key) || plan.measures.has(key);
    const kinds = otherKinds(this.#state).map(({ key }) => key);
    const [wins, customers, margin, won] = [WINS, NEW, MARGIN, chain.result].map((key) => this.#column(key));
    const besides = kinds.map((key) => this.#column(key));
    const revenue = sumKnown([won!, ...besides]);
    return [
      ...(kept(NEW) ? [this.#figure('newCustomers', NEW, customers!)] : []),
      ...(kept(WINS) ? [this.#figure(kept(NEW) ? 'wins' : 'newCustomers', WINS, wins!)] : []),
      ...(kept(WINS) ? [this.#figure('ticket', WINS, won!, wins)] : []),
      ...kinds.map((key, at) => this.#figure('share', key, besides[at]!, revenue)),
      ...(kept(MARGIN) ? [this.#figure('margin', MARGIN, margin!, revenue)] : []),
    ].filter(({ value }) => !Number.isNaN(value));
  }

  #column(key: string): OfRep {
    const column = ofReps(this.#state.org, this.#state.plan.history.column(key, this.#month), NaN);
    return (rep) => column[rep]!;
  }

  #figure(name: Figure['name'], measure: string, amount: OfRep, of?: OfRep): Figure {
    const reps = this.#reps.flatMap((rep) => {
      const own = numbers(amount(rep), of ? of(rep) : null);
      return own ? [{ unit: this.#state.org.repKeys[rep] ?? '', ...own }] : [];
    });
    const sum = (part: 'amount' | 'of'): number => reps.reduce((total, own) => total + own[part], 0);
    const whole = reps.length > 0 ? numbers(sum('amount'), of ? sum('of') : null) : null;
    return { name, measure, ...(whole ?? NOTHING), reps };
  }
}

const NOTHING: FigureNumbers = { amount: NaN, of: NaN, value: NaN };

/** null: nothing is entered, or there is nothing that it could be of. */
function numbers(amount: number, of: number | null): FigureNumbers | null {
  if (Number.isNaN(amount)) return null;
  if (of === null) return { amount, of: NaN, value: amount };
  return Number.isNaN(of) ? null : { amount, of, value: of > 0 ? amount / of : NaN };
}

/** A blank beside a number adds nothing to it; blanks alone are blank. */
const sumKnown =
  (columns: readonly OfRep[]): OfRep =>
  (rep) =>
    columns.reduce((sum, column) => {
      const own = column(rep);
      return Number.isNaN(own) ? sum : (sum || 0) + own;
    }, NaN);
