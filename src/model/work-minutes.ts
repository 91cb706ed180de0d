import type { Measure } from './records/measure.ts';

/**
 * Minutes that one count of a measure usually takes, beside those of the measures before it: a dial that is answered
 * takes the dial's and the connect's. Measures of the user's own, and money, take none until somebody says so.
 */
const USUAL: Readonly<Record<string, number>> = {
  dials: 1,
  connects: 1.5,
  talk60: 2,
  conversations: 5,
  talk300: 6,
  intents: 15,
  visits: 90,
  needs: 30,
  proposals: 60,
  negotiations: 60,
  wins: 30,
  leads: 3,
  validLeads: 8,
  demos: 45,
  partnerVisits: 90,
  activePartners: 15,
  registrations: 10,
  opportunities: 30,
};

export const usualMinutes = (measure: string): number =>
  Object.hasOwn(USUAL, measure) ? (USUAL[measure] ?? 0) : 0;

/** Minutes that one count of a measure takes: its own, else the usual ones; money takes none. */
export const minutesOf = ({ key, unit, minutes }: Pick<Measure, 'key' | 'unit' | 'minutes'>): number =>
  unit === 'money' ? 0 : (minutes ?? usualMinutes(key));
