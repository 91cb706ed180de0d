import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/model/time.ts';
import { draftOf } from './tables.ts';

const REPS = ['Alice Johnson', 'Amy Green', 'John Doe'];
const MONTHS = ['2023-07', '2023-08', '2023-09'];

/** Made-up numbers in the columns of two real exports. */
const byMonth = [
  'rep,month,dials,connects,talk60,talk300,inbound,leads,intent_AC,wins,revenue',
  ...REPS.flatMap((rep, r) =>
    MONTHS.map((month, m) => {
      const dials = 900 + 100 * r + 10 * m;
      return [rep, month, dials, dials - 200, 240, 150, 14, 25 * r, 7, r, 1000 * r].join(',');
    }),
  ),
].join('\n');
const byDay = [
  'date,rep,dials,connects,talk60,talk180',
  ...REPS.flatMap((rep) => ['2023-06-30', '2023-07-03', '2023-07-04'].map((day) => `${day},${rep},6,5,3,1`)),
  '2023-07-03,Alice Johnson,6,5,3,1',
].join('\n');

describe('exports shaped like the real ones', () => {
  it('by months: every row goes in, inbound calls stay out, and leads stand in the chain of the file', () => {
    const draft = draftOf(byMonth);
    expect(draft.counts).toMatchObject({ rows: 9, good: 9, bad: 0, warned: 0 });
    expect(draft.columns.find(({ header }) => header === 'inbound')).toMatchObject({ reason: 'inbound' });
    expect(draft.chain.map(({ key }) => key)).toEqual(
      'dials connects talk60 talk300 leads intents wins revenue'.split(' '),
    );
  });

  it('by days: rows of one rep and day are added up', () => {
    const draft = draftOf(byDay);
    expect(draft).toMatchObject({
      daily: true,
      months: ['2023-06', '2023-07'],
      counts: { rows: 10, good: 10 },
    });
    expect([...draft.cells.values[0]!]).toEqual([6, 12, 6, 6, 6, 6, 6, 6, 6]);
    expect([...draft.cells.day!].map(dayOf).slice(0, 3)).toEqual(['2023-06-30', '2023-07-03', '2023-07-04']);
  });
});
