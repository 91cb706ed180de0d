import type { RecordEntry } from './diff.ts';
import { recordId } from './ids.ts';
import { plainMeasure, type Measure } from './records/measure.ts';

type Link = Pick<Measure, 'key' | 'order' | 'unit' | 'step' | 'assumed'>;

export const TEMPLATES = ['telesales', 'visits', 'inbound', 'channel'] as const;
export type Template = (typeof TEMPLATES)[number];

/**
 * The chains that a plan can start with, and their default ratios, used (marked assumed) only where there is no history.
 * Telesales is the worked example of the method: 20 % amount conversion, 5,000 per intent, and common rates of outbound
 * calling; the others are round figures of the same money. A measure has one key and one place in all of them, so that
 * its data stays when the template is changed.
 */
const LINKS: Readonly<Record<Template, readonly Link[]>> = {
  telesales: [
    { key: 'dials', order: 10, unit: 'count', step: null, assumed: null },
    { key: 'connects', order: 20, unit: 'count', step: 'share', assumed: 0.3 },
    { key: 'conversations', order: 30, unit: 'count', step: 'share', assumed: 0.25 },
    { key: 'intents', order: 40, unit: 'count', step: 'share', assumed: 0.2 },
    { key: 'pipeline', order: 50, unit: 'money', step: 'value', assumed: 500_000 },
    { key: 'revenue', order: 60, unit: 'money', step: 'yield', assumed: 0.2 },
  ],
  visits: [
    { key: 'visits', order: 31, unit: 'count', step: null, assumed: null },
    { key: 'needs', order: 32, unit: 'count', step: 'share', assumed: 0.5 },
    { key: 'proposals', order: 45, unit: 'count', step: 'share', assumed: 0.5 },
    { key: 'negotiations', order: 48, unit: 'count', step: 'share', assumed: 0.6 },
    { key: 'wins', order: 55, unit: 'count', step: 'share', assumed: 0.4 },
    { key: 'revenue', order: 60, unit: 'money', step: 'value', assumed: 800_000 },
  ],
  inbound: [
    { key: 'leads', order: 37, unit: 'count', step: null, assumed: null },
    { key: 'validLeads', order: 38, unit: 'count', step: 'share', assumed: 0.6 },
    { key: 'demos', order: 39, unit: 'count', step: 'share', assumed: 0.35 },
    { key: 'intents', order: 40, unit: 'count', step: 'share', assumed: 0.5 },
    { key: 'wins', order: 55, unit: 'count', step: 'share', assumed: 0.4 },
    { key: 'revenue', order: 60, unit: 'money', step: 'value', assumed: 600_000 },
  ],
  channel: [
    { key: 'partnerVisits', order: 33, unit: 'count', step: null, assumed: null },
    { key: 'activePartners', order: 34, unit: 'count', step: 'share', assumed: 0.5 },
    { key: 'registrations', order: 36, unit: 'count', step: 'rate', assumed: 1.5 },
    { key: 'opportunities', order: 42, unit: 'count', step: 'share', assumed: 0.4 },
    { key: 'wins', order: 55, unit: 'count', step: 'share', assumed: 0.3 },
    { key: 'revenue', order: 60, unit: 'money', step: 'value', assumed: 800_000 },
  ],
};

/** A measure that no chain starts with, but files have and own chains may take in. */
const EXTRAS: readonly Link[] = [
  { key: 'talk60', order: 25, unit: 'count', step: 'share', assumed: null },
  { key: 'talk300', order: 35, unit: 'count', step: 'share', assumed: null },
];

const measureOf = (link: Link): Measure => ({ ...plainMeasure, ...link });

/** The measures of a template, from the work to the result. */
export const templateChain = (template: Template): Measure[] => LINKS[template].map(measureOf);

/** The measure records of a template, as a new plan starts with them. */
export const templateMeasures = (template: Template): RecordEntry[] =>
  LINKS[template].map(({ key, ...link }) => [recordId.measure(key), { name: null, ...link }]);

/** Every measure that has a name in all languages, by key, as the first template with it has it. */
export const KNOWN_MEASURES: ReadonlyMap<string, Measure> = new Map(
  [...EXTRAS, ...TEMPLATES.toReversed().flatMap((template) => LINKS[template])].map(
    (link) => [link.key, measureOf(link)] as const,
  ),
);

/** The template whose measures, in whose order, a chain has; null = an own chain. */
export const templateOf = (keys: readonly string[]): Template | null =>
  TEMPLATES.find((template) => LINKS[template].map(({ key }) => key).join() === keys.join()) ?? null;
