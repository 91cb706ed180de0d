import { formatDay, formatMonth } from '../../i18n/numbers.ts';
import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import type { StepKind } from '../../model/records/measure.ts';
import { SETTINGS_ID } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { parseSettings } from '../../model/records/read.ts';
import type { Day, Month } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';
import { countText, moneyText, ratioText } from '../shell/figures.ts';
import { follow } from '../shell/follow.ts';
import { measureName, ratioName } from '../shell/names.ts';
import { runningMonth } from '../shell/running.ts';
import { unitTree, type TreeUnit } from '../shell/units.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';
import { Asked } from '../sheet/why/asked.svelte.ts';
import { repRows, type RepRow } from './rep-rows.ts';
import { shortMoney } from './short-money.ts';

/** What the board of the month on the desk shows of the unit in its scope. */
export class Board {
  readonly sum: Asked<{ kind: 'board'; month: string; unit: string | null }>;
  readonly burnUp: Asked<{ kind: 'burnUp'; month: string; unit: string | null }>;
  private readonly forecast: Asked<{ kind: 'forecast'; month: string }>;
  private readonly standing: Asked<{ kind: 'standing'; month: string }>;
  readonly alerts: Asked<{ kind: 'alerts' }>;
  readonly figures: Asked<{ kind: 'figures'; month: string; unit: string | null }>;
  /** Asked last: it is worked out anew from an earlier morning. */
  readonly before: Asked<{ kind: 'chanceBefore'; month: string; unit: string | null }>;

  readonly tree: readonly TreeUnit[] = $derived.by(() => {
    follow(this.session.revision);
    return unitTree(this.session.ofKind('unit'));
  });
  private readonly names: ReadonlyMap<string, string> = $derived.by(
    () => new Map(this.tree.map(({ key, name }) => [key, name])),
  );
  private readonly measures: ReadonlyMap<string, Values> = $derived.by(() => {
    follow(this.session.revision);
    return new Map(this.session.ofKind('measure'));
  });
  readonly currency: string = $derived.by(() => {
    follow(this.session.revision);
    return parseSettings(this.session.get(SETTINGS_ID) ?? {}).currency;
  });
  /** The unit in the scope; null = everybody. */
  readonly unit: string | null = $derived.by(() => {
    const { scope } = this.work.desk;
    return scope !== null && this.names.has(scope) ? scope : null;
  });
  /** Keys of the scope's unit and of all below it; null = all. */
  readonly within: ReadonlySet<string> | null = $derived.by(() => keysBelow(this.tree, this.unit));
  readonly isRunning: boolean = $derived.by(() => {
    follow(this.session.revision);
    return this.work.desk.month === runningMonth(this.session);
  });
  readonly rows: readonly RepRow[] = $derived.by(() => {
    const [forecast, standing] = [this.forecast.answer, this.standing.answer];
    if (!forecast || !standing) return [];
    const reps = this.tree.filter(({ kind, key }) => kind === 'rep' && (this.within?.has(key) ?? true));
    return repRows(reps, { forecast, standing });
  });
  /** Everything that is first to be seen has come. */
  readonly ready: boolean = $derived.by(
    () => this.sum.answer !== null && this.standing.answer !== null && this.forecast.answer !== null,
  );

  constructor(
    readonly work: Workspace,
    readonly session: PlanSession,
    month: () => Month = () => work.desk.month,
  ) {
    const ask = () => session;
    // They are answered one after the other: what is seen first is asked first.
    this.sum = new Asked(ask, () => ({ kind: 'board', month: month(), unit: this.unit }));
    this.burnUp = new Asked(ask, () => ({ kind: 'burnUp', month: month(), unit: this.unit }));
    this.forecast = new Asked(ask, () => ({ kind: 'forecast', month: month() }));
    this.standing = new Asked(ask, () => ({ kind: 'standing', month: month() }));
    this.figures = new Asked(ask, () => ({ kind: 'figures', month: month(), unit: this.unit }));
    this.alerts = new Asked(ask, () => ({ kind: 'alerts' }));
    this.before = new Asked(ask, () => ({ kind: 'chanceBefore', month: month(), unit: this.unit }));
  }

  readonly nameOf = (unit: string): string => this.names.get(unit) ?? '';
  readonly measure = (key: string): string => measureName(key, this.measures);
  readonly ratio = (to: string, from: string, step: StepKind): string =>
    ratioName(to, from, step, this.measure);
  readonly isMoney = (measure: string): boolean =>
    this.measures.get(`measure/${measure}`)?.['unit'] === 'money' || measure.endsWith('Revenue');
  /** An amount of a measure as the grid has it, and as prose has it. */
  readonly amount = (measure: string, value: number): string =>
    this.isMoney(measure) ? moneyText(value, this.currency) : countText(value);
  readonly short = (minor: number): string => shortMoney(minor, this.currency);
  readonly ratioText = (value: number, step: StepKind): string => ratioText(value, step, this.currency);
  readonly day = (day: Day): string =>
    formatDay(day, currentLanguage(), { month: '2-digit', day: '2-digit' }).replaceAll('/', '-');
  get month(): string {
    return formatMonth(this.work.desk.month, currentLanguage());
  }
}

function keysBelow(tree: readonly TreeUnit[], unit: string | null): ReadonlySet<string> | null {
  const at = tree.findIndex(({ key }) => key === unit);
  if (at < 0) return null;
  const level = tree[at]!.level;
  const rest = tree.slice(at + 1);
  const end = rest.findIndex((each) => each.level <= level);
  return new Set([tree[at]!, ...(end < 0 ? rest : rest.slice(0, end))].map(({ key }) => key));
}
