import type { NamedMeasure } from '../../../model/chain-check.ts';
import { parseNumber } from '../../../model/entry/number.ts';
import type { Measure, StepKind } from '../../../model/records/measure.ts';
import { ratioDraft, readRatio } from '../../sheet/override/read-fields.ts';

const MONEY: readonly (StepKind | null)[] = ['value', 'yield'];

/** A plain number; blank is null, NaN no number. */
function readPlain(text: string): number | null {
  const read = parseNumber(text);
  return read.ok ? read.value : NaN;
}
/** A number of working days; blank is none. */
const readDays = (text: string): number => readPlain(text) ?? 0;

/** One measure of the chain as it is being typed. */
export class ChainRow {
  name = $state('');
  /** The kind of the step that leads here; of the first measure only whether it is money counts. */
  kind = $state<StepKind | null>(null);
  assumed = $state('');
  lagMedian = $state('');
  lag90 = $state('');
  /** Blank: the usual ones of the measure. */
  minutes = $state('');
  readonly measure: Measure;
  /** What it is called where it has no name of its own. */
  readonly usualName: string;

  constructor(measure: Measure, usualName: string) {
    this.measure = measure;
    this.usualName = usualName;
    this.name = measure.name ?? usualName;
    this.takeStep(measure);
    this.lagMedian = measure.lagMedian > 0 ? String(measure.lagMedian) : '';
    this.lag90 = measure.lag90 > 0 ? String(measure.lag90) : '';
    this.minutes = measure.minutes === null ? '' : String(measure.minutes);
  }

  get key(): string {
    return this.measure.key;
  }

  get unit(): 'count' | 'money' {
    if (this.kind === null) return this.measure.unit;
    return MONEY.includes(this.kind) ? 'money' : 'count';
  }

  takeStep({ step, unit, assumed }: Pick<Measure, 'step' | 'unit' | 'assumed'>): void {
    this.kind = step ?? (unit === 'money' ? 'value' : 'share');
    this.assumed = assumed === null || step === null ? '' : ratioDraft(assumed, step);
  }

  /** What was typed, as a measure; `isFirst`: no step leads to it. */
  read(isFirst: boolean, storedAs: NamedMeasure['storedAs']): NamedMeasure {
    const name = this.name.trim();
    const step = isFirst ? null : this.kind;
    return {
      ...this.measure,
      ...{ label: name, name: name === this.usualName ? null : name, unit: this.unit, step, storedAs },
      assumed: this.assumed.trim() === '' || step === null ? null : this.#readAssumed(step),
      lagMedian: isFirst ? 0 : readDays(this.lagMedian),
      lag90: isFirst ? 0 : readDays(this.lag90),
      // Money takes no time; what was said of it before stays.
      minutes: this.unit === 'money' ? this.measure.minutes : readPlain(this.minutes),
    };
  }

  /** A default that was not touched keeps all its digits. */
  #readAssumed(step: StepKind): number {
    const { assumed, step: before } = this.measure;
    if (assumed !== null && before === step && ratioDraft(assumed, step) === this.assumed) return assumed;
    return readRatio(this.assumed, step);
  }
}
