import { t } from '../../i18n/i18n.svelte.ts';
import type { Change } from '../../model/diff.ts';
import { keysOf, randomKey, recordId } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import type { DaySpan } from '../../model/planning.ts';
import { readRecord } from '../../model/read-record.ts';
import {
  noteSchema,
  reportSchema,
  type Note,
  type Report,
  type ReportPart,
} from '../../model/records/diary.ts';
import { monthOfDay, type Day } from '../../model/time.ts';
import { SETTINGS_ID } from '../../model/ids.ts';
import { parseSettings } from '../../model/records/read.ts';
import type { PlanSession } from '../../state/contract.ts';
import { alertEntries } from '../dashboard/alert-list.ts';
import { Board } from '../dashboard/board.svelte.ts';
import { follow } from '../shell/follow.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';
import { Asked } from '../sheet/why/asked.svelte.ts';
import { draftOf, type Draft } from './draft.ts';
import { monday, nextSpan, periodKey, periodOf, spanOf, weekNumber, type Kind } from './periods.ts';
import { reportText } from './text.ts';

/** In a report's id, in place of a unit's key. */
const EVERYBODY = '-';

export interface Kept {
  readonly id: string;
  readonly unit: string | null;
  readonly kind: Kind;
  readonly day: Day;
  readonly report: Report;
}

/** The report that lies on the desk: of a unit and a day or week. */
export class ReportDesk {
  kind = $state<Kind>('week');
  day = $state<Day>('');
  readonly board: Board;
  private readonly asked: Asked<{ kind: 'report'; unit: string | null; span: DaySpan; next: DaySpan }>;

  readonly unit: string | null = $derived.by(() => this.board.unit);
  readonly span: DaySpan = $derived.by(() => spanOf(this.kind, this.day));
  readonly id: string = $derived.by(() =>
    recordId.report(this.unit ?? EVERYBODY, periodKey(this.kind, this.day)),
  );
  readonly report: Report | null = $derived.by(() => {
    follow(this.session.revision);
    const values = this.session.get(this.id);
    return (values && readRecord(reportSchema, values)) ?? null;
  });
  /** Decisions of this unit, the open ones and those that were settled in the last days. */
  readonly decisions: readonly Note[] = $derived.by(() => {
    follow(this.session.revision);
    // What was ticked off this week is still seen, also on the page of a week to come.
    const thisWeek = monday(this.session.asOf);
    const settledSince = this.span.from < thisWeek ? this.span.from : thisWeek;
    const notes = this.session.ofKind('note').flatMap(([id, values]): Note[] => {
      const note = readRecord(noteSchema, values);
      return note ? [{ ...note, key: keysOf(id)[0] ?? '' }] : [];
    });
    const own = notes.filter(({ kind, unit }) => kind === 'decision' && unit === (this.unit ?? EVERYBODY));
    return own
      .filter(({ doneOn }) => doneOn === null || doneOn >= settledSince)
      .sort((a, b) => a.day.localeCompare(b.day) || (a.key < b.key ? -1 : 1));
  });
  readonly draft: Draft | null = $derived.by(() => {
    const [board, report] = [this.board.sum.answer, this.asked.answer];
    const alerts = this.board.alerts.answer;
    if (!board || !report || !alerts || !this.board.ready) return null;
    const { asOf } = this.session;
    const isNow = this.span.from <= asOf && asOf <= nextSpan(this.kind, this.day).to;
    const open = alertEntries(this.session, alerts.alerts, this.board.within).open;
    return draftOf(this.board, {
      ...{ kind: this.kind, unit: this.unit, board, report, rows: this.board.rows, isNow },
      alerts: isNow ? open.flatMap((entry) => entry.alerts) : [],
      decisions: this.decisions.filter(({ doneOn }) => doneOn === null),
    });
  });
  readonly text: string = $derived.by(() =>
    this.draft ? reportText(this.head, this.kind, this.draft, this.report) : '',
  );
  readonly kept: readonly Kept[] = $derived.by(() => {
    follow(this.session.revision);
    return this.session
      .ofKind('report')
      .flatMap(([id, values]): Kept[] => {
        const report = readRecord(reportSchema, values);
        const [unit = '', period = ''] = keysOf(id);
        if (report?.sent == null) return [];
        return [{ id, unit: unit === EVERYBODY ? null : unit, ...periodOf(period), report }];
      })
      .sort((a, b) => b.day.localeCompare(a.day) || (a.id < b.id ? -1 : 1));
  });

  constructor(
    readonly work: Workspace,
    readonly session: PlanSession,
  ) {
    this.day = session.asOf;
    const cutoff = () => parseSettings(session.get(SETTINGS_ID) ?? {}).cutoffDay;
    const last = () => (this.span.to < session.asOf ? this.span.to : session.asOf);
    this.board = new Board(work, session, () => monthOfDay(last(), cutoff()));
    this.asked = new Asked(
      () => session,
      () => ({ kind: 'report', unit: this.unit, span: this.span, next: nextSpan(this.kind, this.day) }),
    );
  }

  /** A day's report is of the last day that has entries: in the morning that is yesterday. */
  turnTo(kind: Kind): void {
    const entered = this.asked.answer?.lastEntered ?? null;
    if (kind === 'day' && entered !== null && entered < this.day && this.day === this.session.asOf)
      this.day = entered;
    this.kind = kind;
  }

  get unitName(): string {
    return this.unit === null ? t().reports.everybody : this.board.nameOf(this.unit);
  }

  get title(): string {
    const words = t().reports;
    return this.kind === 'week'
      ? words.weekTitle(weekNumber(this.day))
      : words.dayTitle(this.board.day(this.day));
  }

  /** The days that a report is of: a week that is not over goes up to today. */
  get when(): string {
    const { from, to } = this.span;
    const last = from <= this.session.asOf && this.session.asOf < to ? this.session.asOf : to;
    return t().reports.span(this.board.day(from), this.board.day(last));
  }

  private get head(): string {
    const words = t().reports;
    const when = this.kind === 'week' ? words.weekWhen(weekNumber(this.day), this.when) : this.when;
    return words.head(this.unitName, words[this.kind], when);
  }

  private async set(values: { readonly [field: string]: Json }): Promise<void> {
    const { id } = this;
    const changes: Change[] = this.session.get(id)
      ? Object.entries(values).map(([field, value]) => ({ id, field, value }))
      : [{ create: id, values: { ...values } }];
    await this.session.commit(changes, { code: 'report' });
  }

  /** null = the part follows the numbers again. */
  write(part: ReportPart, text: string | null): void {
    void this.set({ [part]: text === null || text.trim() === '' ? null : text.trim() });
  }

  writeAccounts(text: string): void {
    const own = text.trim() === '' ? null : text.trim();
    if (own !== (this.report?.accounts ?? null)) void this.set({ accounts: own });
  }

  /** The text as it leaves stays as it is, whatever the numbers do later. */
  keep(): void {
    const { text } = this;
    const { asOf } = this.session;
    if (this.report?.sent !== text || this.report.sentOn !== asOf)
      void this.set({ sent: text, sentOn: asOf });
  }

  decide(text: string, owner: string, followUp: Day | null): void {
    const values = {
      unit: this.unit ?? EVERYBODY,
      day: this.session.asOf,
      text,
      kind: 'decision',
      owner,
      followUp,
    };
    void this.session.commit([{ create: recordId.note(randomKey()), values }], { code: 'note' });
  }

  settle({ key, doneOn }: Note): void {
    const value = doneOn === null ? this.session.asOf : null;
    void this.session.commit([{ id: recordId.note(key), field: 'doneOn', value }], { code: 'note' });
  }
}
