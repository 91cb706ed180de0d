import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '../../src/state/session.svelte.ts';
import { closeTabs, openTab, records } from './support.ts';

afterEach(closeTabs);

const DAY = '2026-11-20';
const ID = `actual/ann/${DAY}`;
let time = 1000;

async function opened(): Promise<Session> {
  const shelf = await openTab(undefined, { now: () => time });
  return await shelf.create('x', records);
}

const tap = (session: Session, value: number, field = 'dials'): Promise<void> =>
  session.commit([{ id: ID, field, value }], { code: 'log', run: `ann ${field}` });

describe('taps that follow each other closely', () => {
  it('are one step of undo, back to the blank before the first, and one of redo', async () => {
    const session = await opened();
    for (const value of [1, 2, 3]) {
      time += 400;
      void tap(session, value);
    }
    await session.settled();
    expect(session.get(ID)?.['dials']).toBe(3);
    await session.undo();
    expect(session.get(ID)?.['dials'] ?? null).toBeNull();
    expect(session.undoStep?.code).not.toBe('log');
    await session.redo();
    expect(session.get(ID)?.['dials']).toBe(3);
  });

  it('are shown at once, and never called saved before they are', async () => {
    const session = await opened();
    await session.settled();
    const stored = [1, 2, 3].map((value) => tap(session, value));
    expect(session.get(ID)?.['dials']).toBe(3);
    expect(session.saved).toBe('saving');
    await Promise.all(stored);
    await session.settled();
    expect(session.saved).toBe('saved');
  });

  it('are steps of their own after a pause, on another counter, and after an undo', async () => {
    const session = await opened();
    await tap(session, 1);
    time += 10_000;
    await tap(session, 2);
    await tap(session, 7, 'connects');
    await session.undo();
    expect(session.get(ID)).toMatchObject({ dials: 2 });
    await tap(session, 3);
    await session.undo();
    expect(session.get(ID)?.['dials']).toBe(2);
    await session.undo();
    expect(session.get(ID)?.['dials']).toBe(1);
  });

  it('are taken back as a new commit once the first of them has left the device', async () => {
    const shelf = await openTab(undefined, { now: () => time });
    const session = await shelf.create('x', records);
    await tap(session, 1);
    await session.settled();
    await shelf.exportFile(session.planId);
    await tap(session, 2);
    await session.settled();
    await session.undo();
    expect(session.get(ID)?.['dials'] ?? null).toBeNull();
  });
});
