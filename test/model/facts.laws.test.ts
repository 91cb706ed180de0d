import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { history, World, type History } from './facts/world.ts';

// Writer ids count up, so that a failing seed fails again.
let writers = 0;
beforeEach(() => {
  writers = 0;
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
    new DataView(bytes.buffer).setUint32(0, ++writers);
    return bytes;
  });
});

function live({ devices, clocks, ops, seed }: History): void {
  const world = new World(devices, clocks);
  for (const op of ops) world.act(op);
  world.settle(seed);
}

const RUNS = Number(process.env['LAWS_RUNS'] ?? 800);

/*
 * After each act every device is compared with explicit event sets; merges, undos, slices and files are checked as they
 * happen (world.ts says how). LAWS_RUNS raises the number of histories.
 */
test('whatever people do on several devices, no edit is lost, nothing dead revives and order does not matter', () => {
  const result = fc.check(fc.property(history, live), { numRuns: RUNS });
  expect(fc.defaultReportMessage(result)).toBeUndefined();
}, 120_000);
