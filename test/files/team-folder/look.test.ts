import { expect, test } from 'vitest';
import { isPlanFileName, nameParts, newOwnName } from '../../../src/files/team-folder/names.ts';
import { Device } from './world.ts';

let time = 0;
const clock = () => ++time;
const note = (id: string, text: string) => ({ create: `note/${id}`, values: { text } });
const carry = (from: Device, to: Device) => {
  for (const [name, file] of from.view.stored) to.view.stored.set(name, file);
};
const fates = (device: Device) => Object.values(device.memory.seen).map(({ fate }) => fate.code);

test('a device writes its own file only, and only when the plan has become another', async () => {
  const [a, b] = [new Device(clock), new Device(clock)];
  a.edit(note('1', 'x'));
  await a.look();
  carry(a, b);
  await b.look();
  expect(b.recs.size).toBe(1);
  expect([...b.view.stored.keys()]).toEqual([a.memory.own, b.memory.own]);
  const { wroteAt } = b.memory;
  await b.look();
  expect(b.memory.wroteAt).toBe(wroteAt);
  b.edit(note('2', 'y'));
  await b.look();
  expect(b.memory.wroteAt).not.toBe(wroteAt);
  expect(a.view.stored.get(a.memory.own)).toBe(b.view.stored.get(a.memory.own));
});

test('a half-written file waits, even at its full size and time, and is read once it is whole', async () => {
  const [a, b] = [new Device(clock), new Device(clock)];
  a.edit(note('1', 'x'));
  await a.look();
  const [name, whole] = [...a.view.stored][0]!;
  const half = new Uint8Array(whole.bytes.length);
  half.set(whole.bytes.slice(0, 60));
  b.view.stored.set(name, { bytes: half, changed: whole.changed });
  await b.look();
  expect(fates(b)).toEqual(['waiting']);
  b.view.stored.set(name, whole);
  await b.look();
  expect(fates(b)).toEqual(['merged']);
});

test('a conflicted copy is joined like any other file', async () => {
  const [a, b] = [new Device(clock), new Device(clock)];
  a.edit(note('1', 'x'));
  await a.look();
  carry(a, b);
  await b.look();
  b.view.stored.set(
    a.memory.own.replace('.backcast', ' (conflicted copy).backcast'),
    a.view.stored.get(a.memory.own)!,
  );
  await b.look();
  expect(fates(b)).toEqual(['merged', 'nothingNew']);
});

test('an own file that something else has written is joined and left alone', async () => {
  const a = new Device(clock);
  await a.look();
  const clone = new Device(clock, a);
  clone.edit(note('1', 'x'));
  await clone.look();
  const shared = clone.memory.own;
  expect(shared).toBe(a.memory.own);
  carry(clone, a);
  a.edit(note('2', 'y'));
  await a.look();
  expect(a.recs.size).toBe(2);
  expect(a.memory.own).not.toBe(shared);
  expect(a.view.stored.get(shared)).toBe(clone.view.stored.get(shared));
});

test.each(['before', 'after'] as const)(
  'a page that dies %s it has written goes on with its own file',
  async (when) => {
    const a = new Device(clock);
    await a.look();
    const { own } = a.memory;
    a.edit(note('1', 'x'));
    a.view.dies = when;
    await a.look();
    await a.look(true);
    expect(a.memory.own).toBe(own);
    expect(a.view.stored.size).toBe(1);
    const b = new Device(clock);
    carry(a, b);
    await b.look();
    expect(b.recs.size).toBe(1);
  },
);

test('a file of a device is told from copies that sync services make of it', () => {
  const own = newOwnName('陈, 笔记本');
  const number = own.slice(-21, -9);
  expect(nameParts(own)).toEqual({ label: '陈, 笔记本', kind: 'device' });
  for (const copy of [
    `x.${number} (Chen's conflicted copy 2026-11-20).backcast`,
    `x.${number}-DESKTOP-A1.backcast`,
    `x.${number}.sync-conflict-20261120-101112-ABCDEFG.backcast`,
    `x.${number}（冲突文件）.backcast`,
  ])
    expect([nameParts(copy).kind, isPlanFileName(copy)]).toEqual(['copy', true]);
  expect(nameParts('Plan.backcast')).toEqual({ label: 'Plan', kind: 'file' });
  expect(['.x.backcast', '~x.backcast', 'x.backcast.crswap', 'x.tmp'].some(isPlanFileName)).toBe(false);
});

test('a label that no file system takes makes a name that all do', () => {
  expect(newOwnName('a/b:c*'.repeat(30))).toMatch(/^[^/:*]{1,80}\.[0-9a-f]{12}\.backcast$/);
});
