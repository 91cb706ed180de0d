import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '../../src/state/session.svelte.ts';
import { closeTabs, dials, freshName, openTab, quiet, records, shownBy, typing } from './support.ts';

afterEach(closeTabs);

async function tabs(count: number): Promise<Session[]> {
  const name = freshName();
  const first = await (await openTab(name)).create('Plan', records);
  const sessions = [first];
  while (sessions.length < count) sessions.push((await (await openTab(name)).open(first.planId))!);
  return sessions;
}

describe('two tabs on one plan', () => {
  it('see each other’s commits', async () => {
    const [a, b] = (await tabs(2)) as [Session, Session];
    await a.commit([dials('ann', 41)], typing);
    await quiet(a, b);
    expect(b.get('history/ann/2026-11')).toEqual({ dials: 41 });
  });

  it('stay equal when both commit at once, and a reload shows the same', async () => {
    const [a, b] = (await tabs(2)) as [Session, Session];
    await Promise.all([a.commit([dials('ann', 41)], typing), b.commit([dials('ann', 42)], typing)]);
    await quiet(a, b);
    expect(shownBy(a)).toEqual(shownBy(b));
    expect(a.facts).toEqual(b.facts);
  });

  it('keep both edits of one record’s different cells', async () => {
    const [a, b] = (await tabs(2)) as [Session, Session];
    const connects = { id: 'history/ann/2026-11', field: 'connects', value: 9 };
    await Promise.all([a.commit([dials('ann', 41)], typing), b.commit([connects], typing)]);
    await quiet(a, b);
    expect(a.get('history/ann/2026-11')).toEqual({ dials: 41, connects: 9 });
    expect(shownBy(b)).toEqual(shownBy(a));
  });

  it('follow an undo, also of a creation', async () => {
    const [a, b] = (await tabs(2)) as [Session, Session];
    await a.commit([dials('new', 5)], typing);
    await quiet(a, b);
    expect(b.get('history/new/2026-11')).toEqual({ dials: 5 });
    await a.undo();
    await quiet(a, b);
    expect(b.get('history/new/2026-11')).toBeUndefined();
    expect(b.facts).toEqual(a.facts);
  });

  it('name what an undo skips because the other tab has changed it since', async () => {
    const [a, b] = (await tabs(2)) as [Session, Session];
    await a.commit([dials('ann', 41), dials('bob', 1)], typing);
    await quiet(a, b);
    await b.commit([dials('ann', 99)], typing);
    const skipped = await a.undo();
    await quiet(a, b);
    expect(skipped).toEqual(['history/ann/2026-11 dials']);
    expect(a.get('history/ann/2026-11')).toEqual({ dials: 99 });
    expect(a.get('history/bob/2026-11')).toBeUndefined();
    expect(shownBy(b)).toEqual(shownBy(a));
  });

  it('catch up after sleep', async () => {
    const [a, b] = (await tabs(2)) as [Session, Session];
    b.heard = () => undefined;
    await a.commit([dials('ann', 41)], typing);
    await quiet(a, b);
    expect(b.get('history/ann/2026-11')).toEqual({ dials: 30 });
    await b.pull();
    expect(b.get('history/ann/2026-11')).toEqual({ dials: 41 });
  });

  it('end up equal to each other and to the database after any interleaving', async () => {
    const act = fc.record({
      tab: fc.nat(2),
      kind: fc.constantFrom('set', 'set', 'blank', 'remove', 'undo', 'redo', 'wait', 'quiet'),
      unit: fc.constantFrom('ann', 'bob', 'cy'),
      value: fc.nat(9),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const sessions = await tabs(3);
        for (const { tab, kind, unit, value } of acts) {
          const session = sessions[tab]!;
          if (kind === 'set') void session.commit([dials(unit, value)], typing);
          if (kind === 'blank') void session.commit([dials(unit, null)], typing);
          if (kind === 'remove') void session.commit([{ remove: `history/${unit}/2026-11` }], typing);
          if (kind === 'undo') void session.undo();
          if (kind === 'redo') void session.redo();
          if (kind === 'wait') await new Promise((resolve) => setTimeout(resolve, value / 4));
          if (kind === 'quiet') await quiet(...sessions);
        }
        await quiet(...sessions);
        const [first, ...others] = sessions;
        await first!.pull();
        for (const other of others) {
          expect(shownBy(other)).toEqual(shownBy(first!));
          expect(other.facts).toEqual(first!.facts);
        }
        await closeTabs();
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
