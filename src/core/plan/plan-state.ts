import type { StepEvidence, StepFit } from '../ratios/types.ts';
import { PIPELINE } from '../../model/records/measure.ts';
import type { Change, RecordChange, RecordEntry } from '../../model/diff.ts';
import type { CalendarNote } from '../../model/planning.ts';
import { isOfGoals } from '../../model/records/goals.ts';
import type { RecordColumns } from '../../model/record-columns.ts';
import { dayNumber, monthOfDay, type Day, type Month } from '../../model/time.ts';
import type { CalendarRules, MonthDays } from '../calendar/month-days.ts';
import type { StatutoryCalendar } from '../calendar/statutory.ts';
import { chainOf, type Chain } from '../chain/chain.ts';
import { completeMonths, EvidenceColumns } from '../chain/evidence.ts';
import { FittedSteps, type StepRatios } from '../chain/step-ratios.ts';
import { Cached } from './cached.ts';
import { chainLags, type ChainLags } from './lags.ts';
import type { Org } from './org.ts';
import { Orgs } from './orgs.ts';
import { PlanCopy } from './plan-copy.ts';
import { PlanMonths } from './plan-months.ts';
import { paceOf, type Pace } from './work-pace.ts';
import { soFar } from './rep-done.ts';
import { recordsAfter } from './records-after.ts';
import type { RepMonth } from './rep-months.ts';

/**
 * The plan with everything that is derived from more than one record: the org tree, the calendar, the chain and its
 * ratios. Each is made when first asked for and kept until an edit touches what it was made of.
 */
export class PlanState {
  readonly plan: PlanCopy;
  readonly asOf: Day;
  #statutory: StatutoryCalendar;
  #orgs = new Orgs();
  #months = new PlanMonths();
  readonly #chain = new Cached<Chain>();
  readonly #running = new Cached<Month>();
  #lags = new Cached<ChainLags | null>();
  #pace = new Cached<Pace>();
  #columns = new Cached<EvidenceColumns>();
  readonly #fit: (evidence: StepEvidence) => StepFit;
  #fitted: FittedSteps;
  #version = 0;
  #recordVersion = 0;
  /** The plan that this one lies beside: it has the history and the measures, and fits them for both. */
  readonly #plan: PlanState | null;

  constructor(
    records: readonly RecordEntry[] | PlanCopy,
    asOf: Day,
    statutory: StatutoryCalendar,
    fit: (evidence: StepEvidence) => StepFit,
    plan: PlanState | null = null,
  ) {
    this.plan = records instanceof PlanCopy ? records : new PlanCopy(records, plan?.plan);
    this.asOf = asOf;
    this.#statutory = statutory;
    this.#fit = fit;
    this.#fitted = new FittedSteps(fit);
    this.#plan = plan;
    if (!plan) this.plan.history.takeChanges();
  }

  /**
   * The plan with some changes, as a second state beside this one. What they do not touch is shared, so that a goal or a
   * ratio is tried out at the price of its month. It is to be used at once: changes of the plan do not reach it.
   */
  supposing(changes: readonly Change[]): PlanState {
    const copy = new PlanState(this.plan.copy(), this.asOf, this.statutory, this.#fit, this.#plan ?? this);
    copy.#orgs = this.#orgs.copy();
    copy.#months = this.#months.copy();
    copy.#lags = this.#lags.copy();
    copy.#pace = this.#pace.copy();
    copy.#columns = this.#columns.copy();
    copy.#fitted = this.#fitted.copy();
    copy.apply(recordsAfter(this.plan, changes));
    return copy;
  }

  /** The same plan as of an earlier day, with `plan` for what was known then; to be used at once. */
  asOfDay(day: Day, plan: PlanCopy): PlanState {
    const earlier = new PlanState(plan, day, this.statutory, this.#fit);
    earlier.#orgs = this.#orgs.copy();
    earlier.#months = this.#months.copy();
    return earlier;
  }

  /** Raised by whatever may change an answer. */
  get version(): number {
    return this.#version + (this.#plan?.version ?? 0);
  }

  /** As `version`, but goals and what is said of them do not raise it. */
  get recordVersion(): number {
    return this.#recordVersion + (this.#plan?.recordVersion ?? 0);
  }

  apply(changes: readonly RecordChange[]): void {
    this.#version++;
    if (!changes.every(({ id }) => isOfGoals(id))) this.#recordVersion++;
    this.plan.apply(changes);
  }

  applyColumns(columns: RecordColumns): void {
    this.#version++;
    this.#recordVersion++;
    this.plan.applyColumns(columns);
  }

  set statutory(calendar: StatutoryCalendar) {
    this.#version++;
    this.#recordVersion++;
    this.#statutory = calendar;
  }

  get statutory(): StatutoryCalendar {
    return this.#plan?.statutory ?? this.#statutory;
  }

  get org(): Org {
    return this.#orgs.present(this.plan, () => this.#plan?.org);
  }

  /**
   * The org as it was in a month: the present one, at the same indices, but for what each unit is summed into. Whatever
   * adds up the reps of a month adds them by this one.
   */
  orgOf(month: Month): Org {
    return this.#orgs.in(month, this.plan, this.org);
  }

  get #calendarRules(): CalendarRules {
    return this.#months.rules(this.plan, this.statutory);
  }

  month(month: Month): RepMonth {
    return this.#months.reps(month, this.#calendarRules, this.plan, this.org, this.orgOf(month));
  }

  /** A month of the calendar, before anybody's employment and leave. */
  days(month: Month): MonthDays {
    return this.#months.days(month, this.#calendarRules);
  }

  calendarNote(months: readonly Month[]): CalendarNote {
    return {
      country: this.plan.settings.country,
      provisional: months.some((month) => this.month(month).days.provisional),
    };
  }

  /** A measure of the chain is money or counts. */
  unitOf(measure: string): 'count' | 'money' {
    return this.plan.measures.get(measure)?.unit ?? 'count';
  }

  /** The planning month that holds today. */
  get running(): Month {
    const { cutoffDay } = this.plan.settings;
    return this.#running.get([cutoffDay], () => monthOfDay(this.asOf, cutoffDay));
  }

  /** How many days of a month lie before today: 0 for months to come, all for past ones. */
  elapsed(month: Month): number {
    const { first, length } = this.month(month).days;
    return Math.min(length, Math.max(0, dayNumber(this.asOf) - first));
  }

  get chain(): Chain {
    if (this.#plan) return this.#plan.chain;
    const { measures, history, counts, slice } = this.plan;
    return this.#chain.get([counts.measures, history.measuresEdits, slice.mark], () =>
      chainOf(measures.values(), (measure) => history.has(measure) || slice.has(measure)),
    );
  }

  /** How long the chain takes; null = nothing takes longer than its day. */
  get lags(): ChainLags | null {
    const { chain } = this;
    const stock =
      this.plan.settings.pipelineKind === 'stock' && chain.steps.some(({ from }) => from === PIPELINE);
    return this.#lags.get([chain, stock], () => chainLags(chain, stock));
  }

  /** The history as columns, edits of cells taken over. */
  get evidence(): EvidenceColumns {
    return this.#plan ? this.#evidenceBeside(this.#plan) : this.#ownEvidence;
  }

  /** The plan's own while the same reps are in it. */
  #evidenceBeside(plan: PlanState): EvidenceColumns {
    const shared = plan.evidence;
    const { repKeys } = this.org;
    const { months, running, edits } = shared;
    if (repKeys === shared.reps) return shared;
    return this.#columns.get(
      [repKeys, shared, edits],
      () => new EvidenceColumns(this.plan.history, repKeys, months, running, soFar(this)),
    );
  }

  get #ownEvidence(): EvidenceColumns {
    const { repKeys } = this.org;
    const { history, slice } = this.plan;
    const changes = history.takeChanges();
    const months = completeMonths(slice.span(history.extent), this.running);
    const columns = this.#columns.get(
      [repKeys, this.running, months[0], months.at(-1)],
      () => new EvidenceColumns(history, repKeys, months, this.running, soFar(this)),
    );
    for (const [measure, cells] of changes) columns.patch(measure, cells);
    return columns;
  }

  /**
   * Every step with the ratios that the months before one would have told, from the result back to the work. Each is
   * fitted when it is asked for: all of them at once would keep everybody waiting.
   */
  *stepsBefore(month: Month): Generator<StepRatios, void> {
    const columns = this.evidence.before(month);
    const fitted = new FittedSteps(this.#fit);
    const levels = this.#orgs.levelsIn(month, this.plan, this.org);
    const { settings, slice } = this.plan;
    for (const step of this.chain.steps)
      yield fitted.ratios(step, columns, levels, settings, slice.fitted(step.measure, month));
  }

  /** What everybody does of a measure a working day. */
  pace(measure: string): Pace {
    const { evidence, org } = this;
    const { version } = evidence.column(measure);
    const { edits } = this.plan.days;
    return this.#pace.get([evidence, version, edits, measure, org, this.#calendarRules], () =>
      paceOf(this, measure),
    );
  }

  /** Every step with its ratios, from the result back to the work. */
  get steps(): readonly StepRatios[] {
    const columns = this.evidence;
    const { levels } = this.org;
    const plan = this.#plan;
    const fitted =
      plan && columns === plan.evidence && levels === plan.org.levels ? plan.#fitted : this.#fitted;
    const { settings, slice } = this.plan;
    return this.chain.steps.map((step) =>
      fitted.ratios(step, columns, levels, settings, slice.fitted(step.measure)),
    );
  }
}
