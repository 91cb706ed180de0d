import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../model/diff.ts';
import { parseNumber } from '../../model/entry/number.ts';
import { kindOf, randomKey, recordId, SETTINGS_ID } from '../../model/ids.ts';
import { REVENUE } from '../../model/records/measure.ts';
import { templateMeasures, type Template } from '../../model/templates.ts';
import type { Day, Month } from '../../model/time.ts';
import type { PlannerClient } from '../../planner/client.ts';
import { ask, type QuickAnswer } from './answer.ts';
import { applied } from './applied.ts';
import type { HistoryDraft } from './draft.ts';
import { LeftOut } from './left-out.svelte.ts';
import { monthsAround, monthsBefore, type Span } from './periods.ts';
import { planRecords, type PlanParts } from './plan-records.ts';
import { sampleRecords } from './sample.ts';
import { textOr } from '../shell/follow.ts';

export const SHOWN_MONTHS = 6;
const MINOR = 100;
const GOAL_OF_ONE = '90,000';
/** The sample's twelve reps at 30,000 a month. */
const GOAL_OF_SAMPLE = '1,080,000';

/** The first run: what was typed and pasted, and the planner's answer to it. Nothing of it is kept. */
export class Quickstart {
  amountText = $state(GOAL_OF_ONE);
  span = $state<Span>('quarter');
  template = $state<Template>('telesales');
  split = $state<'even' | 'workingDays'>('even');
  source = $state<'none' | 'typed' | 'paste' | 'file' | 'sample'>('none');
  draft = $state.raw<HistoryDraft | null>(null);
  /** Minor units of months that were typed one by one. */
  typedMonths = $state.raw<ReadonlyMap<Month, number>>(new Map());
  /** Minor units of this month's goals per rep, all of them, once one was typed. */
  typedReps = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** History typed by hand: `month measure` to the number, money in minor units. */
  typedCells = $state.raw<ReadonlyMap<string, number>>(new Map());
  answer = $state.raw<QuickAnswer | null>(null);
  today = $state<Day>('');
  readonly month: Month = $derived(this.today.slice(0, 7));
  /** The last amount that was one: the answer stays with it while another is being typed. */
  #lastAmount = 0;
  readonly #keys = { me: randomKey(), team: randomKey() };
  #asked = 0;

  constructor(
    readonly planner: PlannerClient,
    today: Day,
  ) {
    this.today = today;
  }

  readonly months = $derived.by(() => monthsAround(this.month, this.span));
  /** Minor units; null = not a number of money above zero. */
  readonly amount = $derived.by(() => {
    const read = parseNumber(this.amountText);
    if (!read.ok || read.value === null || read.value <= 0) return null;
    return Math.round(read.value * MINOR);
  });
  /** The chain as it was given. */
  readonly given = $derived.by((): readonly RecordEntry[] => {
    const given = this.draft?.records.filter(([id]) => id.startsWith('measure/')) ?? [];
    return given.length > 0 ? given : templateMeasures(this.template);
  });
  readonly leftOut = new LeftOut(() => this.given);
  readonly measures = $derived.by((): RecordEntry[] => {
    const measures = applied(this.given, this.leftOut.changes).filter(([id]) => kindOf(id) === 'measure');
    return measures.sort((a, b) => Number(a[1].order) - Number(b[1].order));
  });
  /** The history that is being read now; false = it could not be read. */
  reading: Promise<boolean> | null = null;
  /** The months of history that the table shows. */
  readonly shownMonths = $derived.by((): readonly Month[] => {
    const months = this.draft?.months ?? [];
    return months.length > 0 ? months.slice(-SHOWN_MONTHS) : monthsBefore(this.month, SHOWN_MONTHS);
  });
  readonly hasHistory = $derived(this.draft !== null || this.typedCells.size > 0);
  readonly isTeam = $derived((this.draft?.people ?? 1) > 1);
  /** A history of one person can be typed over, cell by cell. */
  readonly editable = $derived(!this.isTeam);
  readonly parts = $derived.by((): PlanParts => {
    const parts = planRecords({
      name: this.planName(),
      sample: this.source === 'sample',
      template: this.template,
      records: this.#historyRecords(),
      me: { key: this.#keys.me, name: t().quickstart.me },
      team: { key: this.#keys.team, name: t().quickstart.team },
    });
    return { ...parts, records: applied(parts.records, this.leftOut.changes) };
  });
  readonly rootName = $derived.by(() => {
    const unit = this.parts.records.find(([id]) => id === recordId.unit(this.parts.root));
    return textOr(unit?.[1].name, '');
  });

  readonly planName = (): string =>
    this.source === 'sample' ? t().app.sample.name : t().quickstart.planName(this.periodName());

  periodName(): string {
    const words = t().quickstart.period;
    const first = this.months[0] ?? this.month;
    const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5))];
    if (this.span === 'month') return words.month(year, month);
    return this.span === 'year' ? words.year(year) : words.quarter(year, Math.ceil(month / 3));
  }

  #historyRecords(): RecordEntry[] {
    const given = this.draft?.records ?? [];
    if (this.typedCells.size === 0) return [...given];
    const unit = given.find(([id]) => id.startsWith('unit/'))?.[0].slice('unit/'.length) ?? this.#keys.me;
    const records = new Map<string, RecordEntry[1]>(given);
    for (const [cell, value] of this.typedCells) {
      const [month = '', measure = ''] = cell.split(' ');
      const id = recordId.history(unit, month);
      records.set(id, { ...records.get(id), [measure]: Number.isNaN(value) ? null : value });
    }
    return [...records];
  }

  setSpan(span: Span): void {
    this.span = span;
    this.#shareOutAgain();
  }

  setSplit(split: 'even' | 'workingDays'): void {
    this.split = split;
    this.#shareOutAgain();
  }

  setAmount(text: string): void {
    this.amountText = text;
    this.#shareOutAgain();
  }

  #shareOutAgain(): void {
    this.typedMonths = new Map();
    this.typedReps = new Map();
  }

  /** Typing a rep's goal of this month keeps the other reps' and the other months'; the goals above become their sums. */
  setRep(key: string, amount: number): void {
    const reps = this.answer?.reps ?? [];
    const now = new Map(reps.map((rep) => [rep.key, rep.goal || 0]));
    now.set(key, amount);
    this.setMonth(
      this.month,
      [...now.values()].reduce((sum, each) => sum + each, 0),
    );
    this.typedReps = now;
  }

  /** Typing a month keeps the others; the goal becomes their sum. */
  setMonth(month: Month, amount: number): void {
    const now = new Map(this.answer?.months.map((each) => [each.month, each.amount]));
    now.set(month, amount);
    this.typedMonths = now;
    if (month === this.month) this.typedReps = new Map();
    const total = [...now.values()].reduce((sum, each) => sum + each, 0);
    this.amountText = (total / MINOR).toLocaleString(currentLanguage());
  }

  /** NaN = the cell was cleared. */
  setCell(month: Month, measure: string, value: number): void {
    this.typedCells = new Map(this.typedCells).set(`${month} ${measure}`, value);
    if (this.source === 'none') this.source = 'typed';
  }

  take(draft: HistoryDraft, source: 'paste' | 'file'): void {
    if (this.source === 'sample') this.clear();
    this.typedReps = new Map();
    this.leftOut.clear();
    this.draft = draft;
    this.template = draft.template;
    this.typedCells = new Map();
    this.source = source;
  }

  /** Another way of selling; what was typed into measures that it does not have waits for them. */
  setTemplate(template: Template): void {
    this.template = template;
    this.leftOut.clear();
    if (this.source === 'sample') this.takeSample();
  }

  takeSample(): void {
    const { template } = this;
    const records = sampleRecords(this.today, currentLanguage() === 'en' ? 'en' : 'zh', template);
    const months = monthsBefore(this.month, 12);
    if (this.amountText === GOAL_OF_ONE) this.setAmount(GOAL_OF_SAMPLE);
    const read = { people: 12, months, columns: 8, gaps: 0, badRows: 0, ignored: [], headers: {} };
    this.leftOut.clear();
    this.draft = { template, records, ...read };
    this.typedCells = new Map();
    this.typedReps = new Map();
    this.source = 'sample';
  }

  clear(): void {
    if (this.source === 'sample' && this.amountText === GOAL_OF_SAMPLE) this.setAmount(GOAL_OF_ONE);
    this.leftOut.clear();
    this.draft = null;
    this.typedCells = new Map();
    this.typedReps = new Map();
    this.source = 'none';
  }

  /** Asks the planner again; the newest answer wins, and a bad amount keeps the last good one. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const shown = { from: this.shownMonths[0] ?? this.month, to: this.shownMonths.at(-1) ?? this.month };
    const { parts: plan, today: asOf, month, months, typedMonths: typed, typedReps, split } = this;
    const amount = this.amount ?? this.#lastAmount;
    this.#lastAmount = amount;
    if (amount <= 0) return;
    const isNewest = () => asked === this.#asked;
    const question = { plan, asOf, month, months, amount, typed, typedReps, split, shown };
    const answer = await ask(this.planner, question, isNewest);
    if (answer && isNewest()) this.answer = answer;
  }

  /** The plan as it goes on the shelf. */
  finished(): { name: string; records: RecordEntry[] } {
    return { name: this.planName(), records: [...this.parts.records, ...(this.answer?.goalRecords ?? [])] };
  }

  get currency(): string {
    return textOr(this.parts.records.find(([id]) => id === SETTINGS_ID)?.[1].currency, 'CNY');
  }

  get resultMeasure(): string {
    return this.measures.at(-1)?.[0].slice('measure/'.length) ?? REVENUE;
  }
}
