import { currentLanguage } from '../../../i18n/i18n.svelte.ts';
import { formatDay } from '../../../i18n/numbers.ts';
import type { PlanSession } from '../../../state/contract.ts';
import { PlanFacts } from '../../phone/plan-facts.svelte.ts';
import type { TreeUnit } from '../../shell/units.ts';
import { DayNumbers } from '../../today/day.svelte.ts';
import { dayText } from '../../today/desk/day-text.ts';
import { deskRows, type DeskRow } from '../../today/desk/rows.ts';
import { loggedAt } from '../../today/log.ts';
import { inScope } from '../../today/scope.ts';
import type { DayPicture } from './day-picture.ts';
import { dayPicture } from './day-picture.ts';
import { doneText, quotaText, type RepDay } from './rep-text.ts';

/** The day of one person, of a team or of everybody, in forms that leave the app. */
export class SharedDay {
  readonly facts: PlanFacts;
  readonly numbers: DayNumbers;
  /** Key of the unit whose day it is; null = everybody. */
  unit = $state<string | null>(null);
  readonly units: readonly TreeUnit[] = $derived.by(() => inScope(this.facts.tree, this.unit));
  readonly reps: readonly TreeUnit[] = $derived(this.units.filter(({ kind }) => kind === 'rep'));
  /** The measures of which people get quotas, without money. */
  readonly measures: readonly string[] = $derived.by(() => {
    const { pace } = this.numbers;
    return (pace?.measures ?? []).filter((key, at) => pace?.given[at] && !this.facts.isMoney(key));
  });
  readonly rows: readonly DeskRow[] = $derived.by(() => {
    const { pace, near, forecast } = this.numbers;
    if (!pace) return [];
    const today = this.session.asOf;
    return deskRows(this.reps, pace, {
      ...{ today, measures: this.measures, near: near.months, forecast },
      overBest: this.numbers.overBest,
      loggedAt: (unit) => loggedAt(this.session, unit, today),
      shareOf: (unit) => this.numbers.shareOf(unit),
    }).filter(({ state }) => state !== 'notEmployed');
  });

  constructor(
    private readonly session: PlanSession,
    private readonly planName: () => string,
  ) {
    this.facts = new PlanFacts(session);
    this.numbers = new DayNumbers(session, this.facts);
  }

  get scopeName(): string {
    const [top] = this.units;
    const isOne = top && this.units.every(({ key, level }) => key === top.key || level > top.level);
    return isOne ? top.name : this.planName();
  }

  /** How the day goes: for one person what the import reads back, for more the day in a few lines. */
  get text(): string {
    const { asOf } = this.session;
    const done = doneText(this.repDays('today'), asOf);
    if (this.reps.length === 1) return done;
    const [first] = this.measures;
    const sum = dayText(this.rows, {
      ...{ today: asOf, minute: this.numbers.clock.minute, scope: this.scopeName },
      measure: first === undefined ? '' : this.facts.name(first),
    });
    return [sum, done].filter(Boolean).join('\n');
  }

  get quotas(): string {
    const day = formatDay(this.session.asOf, currentLanguage(), {
      month: 'short',
      day: 'numeric',
      weekday: 'short',
    });
    return quotaText(this.repDays('quota'), day);
  }

  get picture(): DayPicture {
    const { rows, measures, facts, scopeName } = this;
    const { minute } = this.numbers.clock;
    return dayPicture(rows, {
      measures: measures.map(facts.name),
      scope: scopeName,
      day: this.session.asOf,
      minute,
    });
  }

  private repDays(of: 'today' | 'quota'): RepDay[] {
    const { pace } = this.numbers;
    if (!pace) return [];
    const at = new Map(pace.units.map((unit, row) => [unit, row]));
    const shown = pace.measures.map((key, column) => ({ key, column }));
    const wanted = of === 'today' ? shown : shown.filter(({ key }) => this.measures.includes(key));
    return this.reps.map(({ key: unit, name }) => ({
      name,
      numbers: wanted.map(({ key, column }) => ({
        measure: this.facts.name(key),
        value: (pace[of][column]?.[at.get(unit) ?? -1] ?? NaN) / (this.facts.isMoney(key) ? 100 : 1),
      })),
    }));
  }
}
