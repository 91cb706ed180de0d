import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import { addMonths, type Month } from '../../src/model/time.ts';
import type { World } from './world.ts';

/** The month after the simulated ones. */
export const MONTH: Month = '2026-11';

export const keyOf = (rep: number): string => `r${String(rep).padStart(4, '0')}`;

export const SETTINGS = { name: 'Plan', country: 'CN' };

/** What the company's plan knows. */
export function recordsOf({ funnel, history, goals, teamOf, months }: World): RecordEntry[] {
  const records: RecordEntry[] = [
    [SETTINGS_ID, SETTINGS],
    [recordId.measure(funnel.work), { name: null, order: 0, unit: 'count', step: null, assumed: null }],
    ...funnel.links.map(({ measure, kind }, at): RecordEntry => [
      recordId.measure(measure),
      {
        ...{ name: null, order: at + 1, step: kind, assumed: null },
        unit: kind === 'value' || kind === 'yield' ? 'money' : 'count',
      },
    ]),
    [recordId.unit('all'), { name: 'all', kind: 'company', parent: null, order: 0 }],
    ...[...new Set(teamOf)].map((team): RecordEntry => [
      recordId.unit(`t${team}`),
      { name: `t${team}`, kind: 'team', parent: 'all', order: team },
    ]),
  ];
  history.forEach((ofRep, rep) => {
    const key = keyOf(rep);
    records.push([recordId.unit(key), { name: key, kind: 'rep', parent: `t${teamOf[rep]}`, order: rep }]);
    records.push([recordId.goal(key, MONTH), { amount: goals[rep]! }]);
    ofRep.forEach((counts, month) => {
      if (counts) records.push([recordId.history(key, addMonths(MONTH, month - months)), counts]);
    });
  });
  return records;
}
