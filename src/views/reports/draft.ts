import { t } from '../../i18n/i18n.svelte.ts';
import type { Alert, BoardAnswer, ReportAnswer } from '../../model/planning.ts';
import type { Note, ReportPart } from '../../model/records/diary.ts';
import { countText, dailyText } from '../shell/figures.ts';
import { alertText } from '../dashboard/alert-words.ts';
import type { Board } from '../dashboard/board.svelte.ts';
import type { RepRow } from '../dashboard/rep-rows.ts';
import { chanceText, wholePercent } from '../dashboard/short-money.ts';
import { Marks, type Piece, type Source } from './marks.ts';
import type { Kind } from './periods.ts';

/** What a report is written from. */
export interface Given {
  readonly kind: Kind;
  readonly unit: string | null;
  readonly board: BoardAnswer;
  readonly report: ReportAnswer;
  readonly rows: readonly RepRow[];
  readonly alerts: readonly Alert[];
  readonly decisions: readonly Note[];
  /** The span holds today or ended just before: what is to come is told. */
  readonly isNow: boolean;
}

export type Words = Pick<
  Board,
  'nameOf' | 'measure' | 'ratio' | 'ratioText' | 'amount' | 'day' | 'short' | 'isMoney'
>;

export type Draft = Readonly<Record<ReportPart, readonly (readonly Piece[])[]>>;

const MOST = 3;

/** The four parts of a report as the numbers write them. */
export function draftOf(words: Words, given: Given): Draft {
  const marks = new Marks();
  const writer = new Writer(words, given, marks);
  const parts = {
    results: writer.results(),
    problems: writer.problems(),
    plan: writer.plan(),
    support: writer.support(),
  };
  return Object.fromEntries(
    Object.entries(parts).map(([part, sentences]) => [part, sentences.map(marks.pieces)]),
  ) as unknown as Draft;
}

class Writer {
  private readonly say = t().reports;
  private readonly isRep: boolean;

  constructor(
    private readonly words: Words,
    private readonly given: Given,
    private readonly marks: Marks,
  ) {
    this.isRep = given.board.reps <= 1;
  }

  private num(text: string, source: Source = { at: 'board', unit: this.given.unit }): string {
    return this.marks.mark(text, source);
  }

  private money(minor: number, source?: Source): string {
    return this.num(this.words.amount('revenue', Math.round(minor)), source);
  }

  results(): string[] {
    return [this.moneyLine(), ...this.workLines(), ...this.leaders()];
  }

  private moneyLine(): string {
    const { say, given } = this;
    const { won, due, goal } = given.board.sum;
    const span = given.report.measures.at(-1)?.done ?? NaN;
    const wonText = this.money(won || 0);
    const month =
      due > 0
        ? say.money(wonText, this.money(due), this.num(wholePercent((won || 0) / due)))
        : Number.isFinite(goal)
          ? say.moneyGoal(wonText, this.money(goal))
          : say.moneyOnly(wonText);
    return (
      month +
      (Number.isFinite(span) ? say.inSpan[given.kind](this.money(span, { at: 'days' })) : this.say.stop)
    );
  }

  /** The work, which the chain begins with, and the last count before the money. */
  private workLines(): string[] {
    const { say, given, words } = this;
    const counts = given.report.measures.filter(({ measure }) => !words.isMoney(measure));
    if (counts.every(({ done }) => Number.isNaN(done))) return [say.noEntry[given.kind]];
    const told = counts.length > 1 ? [counts[0]!, counts.at(-1)!] : counts;
    return told.flatMap(({ measure, done, due }) => {
      if (Number.isNaN(done)) return [];
      const name = words.measure(measure);
      const doneText = this.num(countText(done), { at: 'days' });
      if (!(due >= 1)) return [say.workOnly[given.kind](name, doneText)];
      return [
        say.work[given.kind](
          name,
          doneText,
          this.num(countText(Math.round(due))),
          this.num(wholePercent(done / due)),
        ),
      ];
    });
  }

  /** Who has most of the own goal, and is where the month is due. */
  private leaders(): string[] {
    if (this.isRep) return [];
    const ahead = this.given.rows.filter(({ won, due, goal }) => goal > 0 && due > 0 && won >= due);
    const best = ahead.toSorted((a, b) => b.won / b.goal - a.won / a.goal).slice(0, MOST - 1);
    const texts = best.map(({ unit, name, won, goal }) => {
      const source: Source = { at: 'board', unit };
      return this.say.leader(name, this.money(won, source), this.num(wholePercent(won / goal), source));
    });
    return texts.length > 0 ? [this.say.leaders(texts.join(this.say.list))] : [];
  }

  problems(): string[] {
    const { given, say } = this;
    const lines = [...this.forecastLine(), ...this.volumeLines(), ...this.alertLines()];
    const calm = this.luckLines().slice(0, MOST - 1);
    const found = lines.length > (given.isNow ? 1 : 0);
    return [...lines, ...(found ? [] : [say.noProblem]), ...calm];
  }

  private forecastLine(): string[] {
    const { expected, low, high, chance, daysLeft } = this.given.board.sum;
    if (!this.given.isNow || !Number.isFinite(expected) || !(daysLeft > 0)) return [];
    const { short } = this.words;
    const chanceOf = Number.isFinite(chance) ? chanceText(chance) : '—';
    return [this.say.forecast(this.num(short(expected)), short(low), short(high), this.num(chanceOf))];
  }

  private volumeLines(): string[] {
    const work = this.given.report.measures[0]?.measure ?? '';
    return this.given.rows.flatMap(({ unit, name, status, volume }) => {
      const isTold = this.given.alerts.some(
        (alert) => alert.unit === unit && 'measure' in alert && alert.measure === work,
      );
      if (isTold || (status !== 'execution' && status !== 'overload')) return [];
      const share = this.num(wholePercent(volume), { at: 'board', unit });
      return [
        status === 'overload'
          ? this.say.overload(name, this.words.measure(work), share)
          : this.say.short(name, this.words.measure(work), share),
      ];
    });
  }

  private alertLines(): string[] {
    return this.given.alerts.map((alert) => {
      const { title, lines } = alertText(this.words, alert);
      const told = `${title}${this.say.colon}${lines.join(' ')}`;
      return /[.。]$/.test(told) ? told : told + this.say.stop;
    });
  }

  private luckLines(): string[] {
    return this.given.rows.flatMap(({ unit, name, status, expected, goal }) =>
      status === 'luck' && expected < goal
        ? [this.say.luck(name, this.money(expected, { at: 'board', unit }), this.money(goal - expected))]
        : [],
    );
  }

  plan(): string[] {
    return [
      ...this.nextLine(),
      ...this.leverLines(),
      ...this.given.decisions.map((note) => this.decision(note)),
    ];
  }

  private nextLine(): string[] {
    const { words, say, given } = this;
    const asked = given.report.measures.filter(
      ({ measure, next, given: isGiven }) => isGiven && next >= 0.5 && !words.isMoney(measure),
    );
    if (asked.length === 0) return [];
    const amounts = asked.map(({ measure, next }) =>
      say.amount(words.measure(measure), this.num(countText(Math.round(next)))),
    );
    return [say.next[given.kind](amounts.join(t().alerts.join))];
  }

  /** Of those who are behind for a reason that is known. */
  private leverLines(): string[] {
    const { words, say } = this;
    const behind = this.given.rows.filter(
      ({ lever, status }) => lever && (this.isRep || status === 'ability' || status === 'execution'),
    );
    return behind.slice(0, MOST).flatMap(({ unit, name, lever }) => {
      if (!lever) return [];
      const { dashboard } = t();
      const change =
        lever.from === null || lever.step === null
          ? dashboard.leverADay(words.measure(lever.measure), dailyText(lever.now), dailyText(lever.then))
          : dashboard.lever(
              words.ratio(lever.measure, lever.from, lever.step),
              words.ratioText(lever.now, lever.step),
              words.ratioText(lever.then, lever.step),
            );
      const source: Source = { at: 'why', unit, measure: lever.from === null ? 'perDay' : lever.measure };
      return [say.lever(name, this.num(change, source), this.money(lever.effect, source))];
    });
  }

  private decision({ text, owner, followUp }: Note): string {
    return this.say.decision(text, owner, followUp === null ? '' : this.words.day(followUp));
  }

  support(): string[] {
    const { say, words } = this;
    const loads = this.given.rows.flatMap(({ name, status }) =>
      status === 'overload' ? [say.needLessLoad(name)] : [],
    );
    const overrides = this.given.alerts.flatMap((alert) =>
      alert.rule === 'override'
        ? [say.needOverride(words.nameOf(alert.unit), words.ratio(alert.measure, alert.from, alert.step))]
        : [],
    );
    const asked = [...loads, ...overrides];
    return asked.length > 0 ? asked : [say.noSupport];
  }
}
