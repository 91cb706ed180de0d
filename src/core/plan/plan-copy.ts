import type { RecordChange, RecordEntry } from '../../model/diff.ts';
import { keysOf, kindOf } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { dayOffSchema } from '../../model/records/amounts.ts';
import type { ActualSource } from '../../model/records/actual.ts';
import { measureSchema, PIPELINE, type Measure } from '../../model/records/measure.ts';
import { isFigure, otherSchema, type OtherKind } from '../../model/records/other.ts';
import { defaultSettings, settingsSchema, type Settings } from '../../model/records/settings.ts';
import { unitMinutes, unitSchema, type Unit } from '../../model/records/unit.ts';
import type { RecordColumns } from '../../model/record-columns.ts';
import { dayNumber, isDay, isMonth, type Day, type Month } from '../../model/time.ts';
import { putAmount, type Amounts } from './amounts.ts';
import { DayActuals } from './day-actuals.ts';
import { GoalTable, NOT_SPLIT } from './goal-table.ts';
import { GoalTerms } from './goal-terms.ts';
import { HandedOut } from './handed-out.ts';
import { History } from './history.ts';
import { overrideAt, putOverride, type Override } from './overrides.ts';
import { Places } from './places.ts';
import { ProposalTable } from './proposal-table.ts';
import { SliceFacts } from './slice-facts.ts';
import { TierLines } from './tier-lines.ts';
import { numberOf, readRecord } from '../../model/read-record.ts';

/** What has changed since the beginning, counted: a result made at the same counts is still good. */
export interface Counts {
  settings: number;
  units: number;
  places: number;
  measures: number;
  daysOff: number;
}

/** What plans that lie beside each other have in common. */
type Shared = Pick<
  PlanCopy,
  'measures' | 'others' | 'figures' | 'history' | 'days' | 'handedOut' | 'proposals' | 'tiers' | 'slice'
>;

/** The planner's own copy of the plan, as typed tables. Unknown kinds of records are left alone. */
export class PlanCopy {
  settings: Settings = defaultSettings;
  readonly counts: Counts = { settings: 0, units: 0, places: 0, measures: 0, daysOff: 0 };
  readonly units = new Map<string, Unit>();
  /** Where units were before they were moved. */
  places = new Places();
  readonly measures: Map<string, Measure>;
  readonly others: Map<string, OtherKind>;
  /** What is followed beside the chain and is no revenue. */
  readonly figures: Set<string>;
  goals = new GoalTable();
  goalTerms = new GoalTerms();
  /** What was asked of a unit from above. */
  readonly tasks: Amounts = new Map();
  readonly inHand: Amounts = new Map();
  /** By `unit/measure`. */
  readonly overrides = new Map<string, Override[]>();
  readonly season: (number | null)[] = Array.from({ length: 12 }, () => null);
  /** Weights of company days by day number. */
  readonly daysOff = new Map<number, number>();
  readonly history: History;
  readonly days: DayActuals;
  readonly handedOut: HandedOut;
  readonly proposals: ProposalTable;
  readonly tiers: TierLines;
  readonly slice: SliceFacts;

  /** `beside`: a plan whose measures, kinds of other revenue, history and days this one shares, and leaves to it. */
  constructor(records: readonly RecordEntry[] = [], beside?: Shared) {
    this.measures = beside?.measures ?? new Map<string, Measure>();
    this.others = beside?.others ?? new Map<string, OtherKind>();
    this.figures = beside?.figures ?? new Set<string>();
    this.history = beside?.history ?? new History();
    this.days = beside?.days ?? new DayActuals();
    this.handedOut = beside?.handedOut ?? new HandedOut();
    this.proposals = beside?.proposals ?? new ProposalTable();
    this.tiers = beside?.tiers ?? new TierLines();
    this.slice = beside?.slice ?? new SliceFacts();
    for (const [id, values] of records) this.put(id, values);
    this.#settle();
  }

  /** The same plan, to be changed by itself: but for the measures and the history, which both read. */
  copy(shared: Shared = this): PlanCopy {
    const copy = new PlanCopy([], shared);
    copy.settings = this.settings;
    Object.assign(copy.counts, this.counts);
    for (const table of ['units', 'overrides', 'daysOff'] as const)
      this[table].forEach((value: unknown, key) => (copy[table] as Map<unknown, unknown>).set(key, value));
    copy.goals = this.goals.copy();
    copy.goalTerms = this.goalTerms.copy();
    for (const table of ['tasks', 'inHand'] as const)
      this[table].forEach((amounts, month) => copy[table].set(month, new Map(amounts)));
    copy.places = this.places.copy();
    copy.season.splice(0, 12, ...this.season);
    return copy;
  }

  apply(changes: readonly RecordChange[]): void {
    for (const { id, values } of changes) this.put(id, values);
    this.#settle();
  }

  applyColumns(columns: RecordColumns): void {
    if (columns.kind === 'history') {
      this.history.putColumns(columns);
      this.days.touchMonthsToDate();
    } else this.days.putColumns(columns.kind === 'actual' ? 'person' : 'system', columns);
    this.#settle();
  }

  /** A month's measure is the sum of its days; a stock in hand is not. */
  readonly sumsDays = (measure: string): boolean =>
    measure !== PIPELINE || this.settings.pipelineKind === 'flow';

  #settle(): void {
    this.days.settle(this.history, this.settings.cutoffDay, this.sumsDays);
  }

  put(id: string, values: Values | null): void {
    const [first = '', second = '', third = ''] = keysOf(id);
    switch (kindOf(id)) {
      case 'settings':
        this.#putSettings(values);
        break;
      case 'unit':
        this.#putUnit(first, values);
        break;
      case 'place':
        this.places.put(first, second, values);
        this.counts.places++;
        break;
      case 'measure':
        this.#putMeasure(first, values);
        break;
      case 'other':
        this.#putOther(first, values);
        break;
      case 'history':
        if (isMonth(second)) this.history.put(first, second, values);
        this.days.touchMonth(first, second);
        break;
      case 'monthToDate':
        this.days.putMonthToDate(first, second, values?.['until']);
        break;
      case 'goal':
        if (isMonth(second))
          this.goals.put(first, second, third || NOT_SPLIT, values ? numberOf(values['amount']) : undefined);
        break;
      case 'segment':
      case 'lock':
      case 'spreadBy':
        this.goalTerms.put(id, values);
        break;
      case 'task':
        putAmount(this.tasks, first, second, values);
        break;
      case 'inHand':
        putAmount(this.inHand, first, second, values);
        break;
      case 'override':
        putOverride(this.overrides, `${first}/${second}`, third, values);
        break;
      case 'season':
        this.#putSeason(Number(first), values);
        break;
      case 'dayOff':
        this.#putDayOff(first, values);
        break;
      case 'actual':
        this.#putActuals('person', first, second, values);
        break;
      case 'systemActual':
        this.#putActuals('system', first, second, values);
        break;
      case 'handedOut':
        this.handedOut.put(first, second, third, values);
        break;
      case 'proposal':
        this.proposals.put(first, second, third, values);
        break;
      case 'catchUp':
        this.handedOut.putCatchUp(first, second, values);
        break;
      case 'tier':
        this.tiers.put(first, values);
        break;
      case 'slice':
        this.slice.putMark(values);
        this.places.putPart(this.slice.mark?.places ?? []);
        this.counts.places++;
        break;
      case 'prior':
        this.slice.putPrior(first, values);
        break;
      case 'tierLine':
        this.tiers.putLine(first, second, third, values);
        break;
      default:
    }
  }

  #putSettings(values: Values | null): void {
    const { cutoffDay, pipelineKind } = this.settings;
    this.settings = (values && readRecord(settingsSchema, { name: '', ...values })) ?? defaultSettings;
    this.counts.settings++;
    if (this.settings.cutoffDay !== cutoffDay) this.days.forgetMonths(this.history);
    else if (this.settings.pipelineKind !== pipelineKind) this.days.touchAll(PIPELINE);
  }

  #putActuals(source: ActualSource, unit: string, day: Day, values: Values | null): void {
    if (isDay(day)) this.days.put(source, unit, dayNumber(day), values);
  }

  #putUnit(key: string, values: Values | null): void {
    const unit = values && readRecord(unitSchema, { name: '', ...values });
    if (unit) this.units.set(key, { ...unit, key, minutes: unitMinutes(values) });
    else this.units.delete(key);
    this.counts.units++;
  }

  #putMeasure(key: string, values: Values | null): void {
    const measure = values && readRecord(measureSchema, values);
    if (measure) this.measures.set(key, { ...measure, key });
    else this.measures.delete(key);
    this.days.setSource(key, measure?.source ?? null);
    this.counts.measures++;
  }

  #putOther(key: string, values: Values | null): void {
    const other = values && readRecord(otherSchema, values);
    if (isFigure(key)) this.figures[other ? 'add' : 'delete'](key);
    else if (other) this.others.set(key, { ...other, key });
    else this.others.delete(key);
  }

  #putSeason(monthOfYear: number, values: Values | null): void {
    if (!(monthOfYear >= 1 && monthOfYear <= 12)) return;
    const weight = numberOf(values?.['weight']);
    this.season[monthOfYear - 1] = weight !== null && weight >= 0 ? weight : null;
  }

  #putDayOff(day: Day, values: Values | null): void {
    if (!isDay(day)) return;
    const dayOff = values && readRecord(dayOffSchema, values);
    if (dayOff) this.daysOff.set(dayNumber(day), dayOff.weight);
    else this.daysOff.delete(dayNumber(day));
    this.counts.daysOff++;
  }

  /** The override of a unit's own step in a month: of several that hold, the latest. */
  overrideOf(unit: string, measure: string, month: Month): Override | null {
    return overrideAt(this.overrides.get(`${unit}/${measure}`), month);
  }
}
