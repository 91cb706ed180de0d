import type { GoalFate, ReorganisingQuery } from '../../model/planning.ts';
import { parseNumber } from '../../model/entry/number.ts';
import { addMonths, isDay, monthOfDay, monthsOf, type Month } from '../../model/time.ts';
import type { Reorganisation } from '../../sheets/definition.ts';
import type { PlanSession } from '../../state/contract.ts';
import { Late } from '../shell/late.svelte.ts';
import { settingsOf } from '../shell/settings-of.ts';

/** In place of a month: they have always been there. */
export const ALWAYS = '';
/** Months that may be chosen, before the running one and after it. */
const [BACK, AHEAD] = [12, 6];

/** What a person has chosen so far, and what the planner says to it. */
export class Asked {
  month = $state<Month>('');
  day = $state('');
  fate = $state<GoalFate>('asIs');
  leaver = $state<string | null>(null);
  amount = $state('');
  /** delete: what becomes of teams that others were in before. */
  past = $state<'kept' | 'above'>('kept');
  readonly running: Month;
  readonly months: readonly Month[];
  readonly own = $derived.by(() => this.#read());
  readonly query: ReorganisingQuery | null = $derived.by(() => this.#asks());
  readonly #late: Late<ReorganisingQuery>;

  constructor(
    private readonly session: PlanSession,
    private readonly question: Reorganisation,
  ) {
    const { cutoffDay } = settingsOf(session);
    this.running = monthOfDay(session.asOf, cutoffDay);
    this.months = monthsOf({ from: addMonths(this.running, -BACK), to: addMonths(this.running, AHEAD) });
    this.month = this.running;
    this.day = question.day ?? '';
    this.#late = new Late(
      () => this.session,
      () => this.query,
    );
  }

  /** null: it is still being worked out, or something is not readable. */
  get answer() {
    return this.query && this.#late.answer;
  }

  /** The changes of the tree or of the person, without what becomes of the goals. */
  get changes() {
    const { question, month, day } = this;
    if (question.past && this.past === 'above') return question.past.deleted;
    return question.changes(question.kind === 'move' && month !== ALWAYS ? month : null, day || null);
  }

  /** Minor units; null = blank, undefined = not readable. */
  #read(): number | null | undefined {
    const read = parseNumber(this.amount);
    if (!read.ok || (read.value ?? 0) < 0) return undefined;
    return read.value === null ? null : Math.round(read.value * 100);
  }

  #asks(): ReorganisingQuery | null {
    const { question, own, fate, leaver, running } = this;
    const { kind, units } = question;
    if (own === undefined || (question.day !== null && !isDay(this.day))) return null;
    const { cutoffDay } = settingsOf(this.session);
    const isDated = kind === 'leave' || kind === 'begin';
    const from = isDated
      ? monthOfDay(this.day || (question.first ?? ''), cutoffDay)
      : (kind === 'move' && this.month) || running;
    const typed = kind === 'move' && fate === 'stays' ? own : null;
    return { kind: 'reorganising', changes: this.changes, units, from, fate, own: typed, of: leaver };
  }
}
