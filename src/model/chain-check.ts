import { REVENUE, type Measure } from './records/measure.ts';

export const FEWEST_MEASURES = 2;
export const MOST_MEASURES = 10;
/** A year of working days. */
export const LONGEST_LAG = 250;
export const MINUTES_OF_A_DAY = 1440;

export type ChainFaultCode =
  | 'tooFew'
  | 'tooMany'
  | 'resultMissing'
  | 'afterResult'
  | 'resultIsMoney'
  | 'nameMissing'
  | 'nameTwice'
  | 'stepMissing'
  | 'countAfterMoney'
  | 'valueAfterMoney'
  | 'yieldAfterCount'
  | 'unitHasData'
  | 'assumedWrong'
  | 'shareAboveOne'
  | 'lagWrong'
  | 'lagOrder'
  | 'minutesWrong';

/** The measure without which a chain that breaks between two of its measures might hold; null = it has none to spare. */
export function dispensable(broken: { readonly from: string; readonly to: string }, measures: number) {
  if (measures <= FEWEST_MEASURES) return null;
  return broken.to === REVENUE ? broken.from : broken.to;
}

/** What is wrong with a chain, at the field of a measure or (null) with the chain as a whole. */
export interface ChainFault {
  readonly measure: string | null;
  readonly field: 'name' | 'step' | 'assumed' | 'lagMedian' | 'lag90' | 'minutes';
  readonly code: ChainFaultCode;
}

/** A measure as an editor has it; NaN = what was typed is no number. */
export interface NamedMeasure extends Measure {
  /** As it is shown. */
  readonly label: string;
  /** Its stored numbers are of this unit; null = there are none. */
  readonly storedAs: 'count' | 'money' | null;
}

/** Everything that keeps these measures, from the work to the result, from being a chain. */
export function checkChain(chain: readonly NamedMeasure[]): ChainFault[] {
  return [...wholeFaults(chain), ...chain.flatMap((measure, at) => faultsOf(measure, at, chain))];
}

function wholeFaults(chain: readonly NamedMeasure[]): ChainFault[] {
  const whole = (code: ChainFaultCode): ChainFault => ({ measure: null, field: 'name', code });
  if (!chain.some(({ key }) => key === REVENUE)) return [whole('resultMissing')];
  if (chain.length < FEWEST_MEASURES) return [whole('tooFew')];
  return chain.length > MOST_MEASURES ? [whole('tooMany')] : [];
}

type Found = readonly [ChainFault['field'], ChainFaultCode | null];

function faultsOf(measure: NamedMeasure, at: number, chain: readonly NamedMeasure[]): ChainFault[] {
  const before = chain[at - 1];
  const result = chain.findIndex(({ key }) => key === REVENUE);
  const codes: Found[] = [
    ['name', nameFault(measure, at, chain) ?? (result >= 0 && at > result ? 'afterResult' : null)],
    ['step', stepFault(measure, before)],
    ...(before ? stepFaults(measure) : []),
    ['minutes', minutesFault(measure)],
  ];
  return codes.flatMap(([field, code]) => (code ? [{ measure: measure.key, field, code }] : []));
}

function nameFault(
  { label }: NamedMeasure,
  at: number,
  chain: readonly NamedMeasure[],
): ChainFaultCode | null {
  if (label === '') return 'nameMissing';
  return chain.slice(0, at).some((other) => other.label === label) ? 'nameTwice' : null;
}

function stepFault(measure: NamedMeasure, before: NamedMeasure | undefined): ChainFaultCode | null {
  const { key, unit, step, storedAs } = measure;
  if (before && step === null) return 'stepMissing';
  if (key === REVENUE && unit === 'count') return 'resultIsMoney';
  if (before?.unit === 'money' && unit === 'count') return 'countAfterMoney';
  if (before?.unit === 'money' && step === 'value') return 'valueAfterMoney';
  if (before?.unit === 'count' && step === 'yield') return 'yieldAfterCount';
  return storedAs !== null && storedAs !== unit ? 'unitHasData' : null;
}

function assumedFault({ assumed, step }: NamedMeasure): ChainFaultCode | null {
  if (assumed === null) return null;
  if (!(assumed > 0)) return 'assumedWrong';
  return step === 'share' && assumed > 1 ? 'shareAboveOne' : null;
}

function minutesFault({ minutes }: NamedMeasure): ChainFaultCode | null {
  return minutes === null || (minutes >= 0 && minutes <= MINUTES_OF_A_DAY) ? null : 'minutesWrong';
}

/** What may be wrong with the numbers of a step. */
function stepFaults(measure: NamedMeasure): Found[] {
  const { lagMedian, lag90 } = measure;
  const isLag = (days: number): boolean => days >= 0 && days <= LONGEST_LAG;
  return [
    ['assumed', assumedFault(measure)],
    ['lagMedian', isLag(lagMedian) ? null : 'lagWrong'],
    ['lag90', !isLag(lag90) ? 'lagWrong' : lag90 < lagMedian ? 'lagOrder' : null],
  ];
}
