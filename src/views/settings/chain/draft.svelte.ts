import { checkChain, type ChainFault, type NamedMeasure } from '../../../model/chain-check.ts';
import type { Change } from '../../../model/diff.ts';
import { keysOf, randomKey, SETTINGS_ID } from '../../../model/ids.ts';
import { plainMeasure, type Measure } from '../../../model/records/measure.ts';
import { parseMeasure } from '../../../model/records/read.ts';
import { KNOWN_MEASURES, templateChain, templateOf, type Template } from '../../../model/templates.ts';
import { measureName } from '../../shell/names.ts';
import type { PlanSession } from '../../../state/contract.ts';
import { measureChanges, outdatedOverrides } from './changes.ts';
import { recordedByMeasure, type Recorded } from './hidden.ts';
import { ChainRow } from './row.svelte.ts';

type Session = Pick<PlanSession, 'get' | 'ofKind' | 'removedOfKind'>;

/** Measures that the change takes out of sight, and what is recorded of each. */
export interface Hiding extends Recorded {
  readonly names: readonly string[];
}
/** A measure that can join the chain. */
export interface Offer {
  readonly measure: Measure;
  readonly name: string;
  readonly recorded: Recorded | null;
}

const OF_PLACE: ReadonlySet<ChainFault['code']> = new Set(['countAfterMoney', 'afterResult']);

const rowOf = (measure: Measure): ChainRow => new ChainRow(measure, measureName(measure.key));

/** The chain while it is being changed; nothing is stored before it is done as a whole. */
export class ChainDraft {
  rows = $state.raw<readonly ChainRow[]>([]);
  /** Faults are said after the first try. */
  tried = $state(false);
  readonly before: readonly Measure[];
  readonly #session: Session;
  readonly #recorded: ReadonlyMap<string, Recorded>;
  /** Asked for once: it is a look through the whole plan. */
  readonly #removed: ReadonlyMap<string, Measure>;

  constructor(session: Session) {
    this.#session = session;
    this.before = session
      .ofKind('measure')
      .map(([id, values]) => parseMeasure(keysOf(id)[0] ?? '', values))
      .sort((a, b) => a.order - b.order);
    this.#recorded = recordedByMeasure(session);
    this.#removed = new Map(
      session
        .removedOfKind('measure')
        .map(([id, values]) => [keysOf(id)[0] ?? '', values] as const)
        .map(([key, values]) => [key, parseMeasure(key, values)]),
    );
    this.rows = this.before.map(rowOf);
  }

  readonly chain = $derived.by((): NamedMeasure[] =>
    this.rows.map((row, at) => {
      const stored = this.#recorded.has(row.key) ? row.measure.unit : null;
      return row.read(at === 0, stored);
    }),
  );
  readonly template = $derived(templateOf(this.rows.map(({ key }) => key)));
  readonly faults = $derived.by((): readonly ChainFault[] => checkChain(this.chain));
  /** A place that no measure can have is said at once, the rest after the first try. */
  readonly shownFaults = $derived.by(() =>
    this.tried ? this.faults : this.faults.filter(({ code }) => OF_PLACE.has(code)),
  );
  readonly overridesGone = $derived.by(() =>
    outdatedOverrides(this.before, this.chain, this.#session.ofKind('override')),
  );
  readonly changes = $derived.by((): Change[] => this.#changes());
  readonly hiding = $derived.by((): Hiding[] => {
    const alike = new Map<string, Hiding>();
    for (const { key, name } of this.before) {
      const recorded = this.#recorded.get(key);
      if (!recorded || this.rows.some((row) => row.key === key)) continue;
      const same = `${recorded.months} ${recorded.people}`;
      const names = [...(alike.get(same)?.names ?? []), name ?? measureName(key)];
      alike.set(same, { names, ...recorded });
    }
    return [...alike.values()];
  });

  #changes(): Change[] {
    const { template } = this;
    const get = (id: string) => this.#session.get(id);
    const changes = measureChanges(this.before, this.chain, get);
    if (changes.length === 0) return [];
    const name = template ?? 'own';
    const renamed = get(SETTINGS_ID)?.['template'] !== name;
    return [
      ...changes,
      ...this.overridesGone.map(({ id }) => ({ remove: id })),
      ...(renamed ? [{ id: SETTINGS_ID, field: 'template', value: name }] : []),
    ];
  }

  /** Measures that stay keep their names and lags; their steps are the template's. */
  useTemplate(template: Template): void {
    this.rows = templateChain(template).map((measure) => {
      const row = this.#rowFor(measure);
      row.takeStep(measure);
      return row;
    });
  }

  #rowFor(measure: Measure): ChainRow {
    const { key, order } = measure;
    const stored = this.before.find((each) => each.key === key) ?? this.#removed.get(key);
    return rowOf(stored ? { ...stored, order } : measure);
  }

  /** What can join: measures that were in the plan before, then those that are known everywhere. */
  get offers(): Offer[] {
    const inChain = new Set(this.rows.map(({ key }) => key));
    const offers = new Map<string, Measure>();
    for (const measure of this.before) offers.set(measure.key, measure);
    for (const [key, measure] of this.#removed) if (this.#recorded.has(key)) offers.set(key, measure);
    const known = [...KNOWN_MEASURES.values()].sort((a, b) => a.order - b.order);
    for (const measure of known) if (!offers.has(measure.key)) offers.set(measure.key, measure);
    return [...offers.values()]
      .filter(({ key }) => !inChain.has(key))
      .map((measure) => ({
        measure,
        name: measure.name ?? measureName(measure.key),
        recorded: this.#recorded.get(measure.key) ?? null,
      }));
  }

  /** Puts a measure where its order says, an own one where the counts end. */
  add(measure: Measure | null): ChainRow {
    const row = rowOf(measure ?? this.#own());
    const after = this.rows.findIndex(({ measure: { order } }) => order > row.measure.order);
    const at = after < 0 ? this.rows.length : after;
    this.rows = this.rows.toSpliced(at, 0, row);
    this.#fit();
    return row;
  }

  #own(): Measure {
    const money = this.rows.findIndex(({ unit }) => unit === 'money');
    const [before, after] = [this.rows[money - 1], this.rows[money]].map((row) => row?.measure.order);
    const order = ((before ?? 0) + (after ?? (before ?? 0) + 20)) / 2;
    const own = { key: `own-${randomKey()}`, name: '', order, unit: 'count', step: 'share' } as const;
    return { ...plainMeasure, ...own };
  }

  remove(row: ChainRow): void {
    const at = this.rows.indexOf(row);
    const next = this.rows[at + 1];
    if (next && at > 0) this.#join(this.chain[at], this.chain[at + 1], next);
    this.rows = this.rows.filter((each) => each !== row);
    this.#fit();
  }

  /** The step over a gap has the product of both ratios, where both are known. */
  #join(left: Measure | undefined, right: Measure | undefined, row: ChainRow): void {
    if (!left?.step || !right?.step) return;
    const assumed = left.assumed === null || right.assumed === null ? null : left.assumed * right.assumed;
    const kind = right.unit === 'money' && left.unit === 'money' ? left.step : right.step;
    const isShare = kind !== 'share' || left.step === 'share';
    row.takeStep({ step: isShare ? kind : 'rate', unit: right.unit, assumed });
  }

  move(row: ChainRow, by: 1 | -1): void {
    const at = this.rows.indexOf(row);
    const other = this.rows[at + by];
    if (!other) return;
    const rows = [...this.rows];
    [rows[at], rows[at + by]] = [other, row];
    this.rows = rows;
    this.#fit();
  }

  /** Money follows from counts by a value, from money by a yield: whichever its place allows. */
  #fit(): void {
    this.rows.forEach((row, at) => {
      const before = this.rows[at - 1];
      if (!before || row.unit === 'count') return;
      const kind = before.unit === 'money' ? 'yield' : 'value';
      if (row.kind === kind) return;
      row.kind = kind;
      row.assumed = '';
    });
  }
}
