import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { Alert } from '../../src/model/planning.ts';
import { dayNumber, dayOf, weekday } from '../../src/model/time.ts';
import { followedRecords, TURNS } from '../e2e/app/followed-plan.ts';
import { override } from './plan.ts';
import { planners } from './planners.ts';

const TODAY = '2026-11-20';

describe.each(planners)('alerts $name', ({ create }) => {
  function alertsOf(records: readonly RecordEntry[], asOf = TODAY): readonly Alert[] {
    const planner = create();
    void planner.load(records, asOf);
    return planner.read({ kind: 'alerts' }).alerts;
  }
  const unchanged = () => followedRecords('zh', (_, counts) => counts);
  const of = (alerts: readonly Alert[], unit: string) => alerts.filter((alert) => alert.unit === unit);

  it('names the ratio that fell and the work that became less, with their counts and bands', () => {
    const alerts = alertsOf(followedRecords('zh', TURNS));
    const [fell] = of(alerts, 'sample-r8');
    expect(fell).toMatchObject({
      rule: 'drop',
      measure: 'conversations',
      from: 'connects',
      severity: 'decide',
    });
    if (fell?.rule !== 'drop') throw new Error('no drop');
    expect(fell.value).toBeCloseTo(fell.x / fell.n, 12);
    expect(fell.value).toBeLessThan(fell.low);
    expect(fell.low).toBeLessThan(fell.usual);
    expect(fell.usual).toBeLessThan(fell.high);
    // Up to the end of the last complete week.
    expect(fell.window).toEqual({ from: '2026-11-01', to: '2026-11-15' });
    expect(of(alerts, 'sample-r6').map(({ rule }) => rule)).toContain('drop');
  });

  it('raises nothing but the forgotten day where nothing has changed', () => {
    const alerts = alertsOf(unchanged());
    expect(alerts.map(({ rule }) => rule)).toEqual(['missing']);
    expect(alerts[0]).toMatchObject({ unit: 'sample-r3', days: ['2026-11-13'], severity: 'hint' });
  });

  it('keeps a signature over the mornings of a week, without a name', () => {
    const records = followedRecords('zh', TURNS);
    const [one, other] = ['2026-11-19', TODAY].map((day) =>
      alertsOf(records, day).map((each) => each.signature),
    );
    expect(one).toEqual(other);
    for (const signature of other!) expect(signature).toMatch(/^[\w.-]+$/);
  });

  it('takes a blank for no evidence and a typed zero for a day without a sale', () => {
    const days = Array.from({ length: 90 }, (_, back) => dayOf(dayNumber(TODAY) - 90 + back)).filter(
      (day) => weekday(day) < 6,
    );
    const entered = (last: number | null): RecordEntry[] =>
      days.map((day, at) => {
        const sold = at === days.length - 26 || at % 3 === 0;
        const revenue = at < days.length - 25 ? (sold ? 500_000 : 0) : last;
        return [recordId.actual('sample-r0', day), { dials: 80, revenue }];
      });
    const others = unchanged().filter(([id]) => !id.startsWith('systemActual/sample-r0/'));
    const dry = of(alertsOf([...others, ...entered(0)]), 'sample-r0').find(({ rule }) => rule === 'noSale');
    expect(dry).toMatchObject({ days: 25, severity: 'decide' });
    const blank = of(alertsOf([...others, ...entered(null)]), 'sample-r0');
    expect(blank.some(({ rule }) => rule === 'noSale')).toBe(false);
  });

  it('names an override that counts contradict, and none that they bear out', () => {
    const set = (ratio: number): RecordEntry[] => [
      ...unchanged(),
      override('sample-r0', 'conversations', '2026-11', { ratio, setOn: '2026-11-01' }),
    ];
    const [wrong] = of(alertsOf(set(0.6)), 'sample-r0');
    expect(wrong).toMatchObject({ rule: 'override', ratio: 0.6, measure: 'conversations' });
    if (wrong?.rule !== 'override') throw new Error('no override');
    const right = Number(wrong.counted.toPrecision(3));
    expect(of(alertsOf(set(right)), 'sample-r0')).toEqual([]);
  });
});

describe.each(planners)('the board $name', ({ create }) => {
  const planner = () => {
    const made = create();
    void made.load(followedRecords('zh', TURNS), TODAY);
    return made;
  };

  it('adds up to the same for the top of the tree and for everybody', () => {
    const made = planner();
    const [top, all] = ['sample', null].map((unit) => made.read({ kind: 'board', month: '2026-11', unit }));
    expect(top!.reps).toBe(12);
    expect(all!.sum).toEqual(top!.sum);
    const forecast = made.read({ kind: 'forecast', month: '2026-11' });
    expect(all!.sum.expected).toBeCloseTo(forecast.expected[0]!, 6);
    expect(all!.sum.chance).toBeCloseTo(forecast.chance[0]!, 12);
  });

  it('says of nobody more than the evidence does', () => {
    const standing = planner().read({ kind: 'standing', month: '2026-11' });
    const of = (unit: string) => standing.status[standing.units.indexOf(unit)];
    expect(of('sample-r6')).toBe('execution');
    expect(of('sample-r8')).toBe('ability');
    expect(standing.statusMeasure[standing.units.indexOf('sample-r8')]).toBe('conversations');
    expect(of('sample')).toBe('none');
  });

  it('knows a lever only that brings more money', () => {
    const standing = planner().read({ kind: 'standing', month: '2026-11' });
    const levers = standing.levers.filter((lever) => lever !== null);
    expect(levers.length).toBeGreaterThan(8);
    for (const { now, then, effect } of levers) {
      expect(effect).toBeGreaterThan(0);
      expect(then).toBeGreaterThan(now);
    }
  });

  it('reports the days of a span and what the next one asks', () => {
    const span = { from: '2026-11-16', to: '2026-11-22' };
    const next = { from: '2026-11-23', to: '2026-11-29' };
    const report = planner().read({ kind: 'report', unit: 'sample-r0', span, next });
    const dials = report.measures[0]!;
    const own = followedRecords('zh', TURNS).filter(
      ([id]) => id.startsWith('systemActual/sample-r0/') && id.slice(-10) >= span.from,
    );
    expect(dials.done).toBe(own.reduce((sum, [, values]) => sum + Number(values['dials']), 0));
    expect(report.lastEntered).toBe('2026-11-19');
    // Five of the seven days that are left.
    expect(dials.next).toBeGreaterThan(0);
    const rest = planner().read({
      kind: 'report',
      unit: 'sample-r0',
      span,
      next: { ...next, to: '2026-11-30' },
    });
    expect(rest.measures[0]!.next).toBeCloseTo((dials.next * 6) / 5, 6);
  });
});
