import type { RecordEntry } from './diff.ts';
import { recordId } from './ids.ts';
import type { Measure } from './records/measure.ts';

type Link = Omit<Measure, 'name' | 'lagMedian' | 'lag90' | 'minutes'>;

/**
 * The telesales chain and its default ratios, used (marked assumed) only where there is no history. They are the
 * worked example of the method: 20 % amount conversion, 5,000 per intent, and common rates of outbound calling.
 */
const telesales: readonly Link[] = [
  { key: 'dials', order: 10, unit: 'count', step: null, assumed: null },
  { key: 'connects', order: 20, unit: 'count', step: 'share', assumed: 0.3 },
  { key: 'conversations', order: 30, unit: 'count', step: 'share', assumed: 0.25 },
  { key: 'intents', order: 40, unit: 'count', step: 'share', assumed: 0.2 },
  { key: 'pipeline', order: 50, unit: 'money', step: 'value', assumed: 500_000 },
  { key: 'revenue', order: 60, unit: 'money', step: 'yield', assumed: 0.2 },
];

/** The measure records of a template, as a new plan starts with them. */
export const templateMeasures = (template: 'telesales'): RecordEntry[] =>
  ({ telesales })[template].map(({ key, ...link }) => [recordId.measure(key), { name: null, ...link }]);
