import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { setLanguage, t } from '../../src/i18n/i18n.svelte.ts';
import { failureOf, StorageRefusal } from '../../src/storage/failure-of.ts';

describe('a storage error', () => {
  it('of a full disk is recognised wherever it is wrapped', () => {
    const full = new DOMException('no space', 'QuotaExceededError');
    const wrapped = new Dexie.AbortError('aborted', full);
    const bulk = Object.assign(new Error('bulk'), { name: 'BulkError', failures: [full] });
    for (const error of [full, wrapped, bulk]) expect(failureOf(error)).toEqual({ code: 'storageFull' });
  });

  it('that nobody foresaw keeps its name', () => {
    expect(failureOf(new TypeError('odd'))).toEqual({ code: 'storageFailed', values: { name: 'TypeError' } });
  });

  it('of our own passes through', () => {
    expect(failureOf(new StorageRefusal({ code: 'planMissing' }))).toEqual({ code: 'planMissing' });
  });

  it.each(['zh-CN', 'en'] as const)('has a sentence in %s', async (language) => {
    await setLanguage(language);
    const codes = [
      'storageMissing',
      'storageBlocked',
      'storageUpgraded',
      'storageNewer',
      'storageRemoved',
      'storageClosed',
      'storageFull',
      'storageDamaged',
      'storedPlanDamaged',
      'planMissing',
      'storageFailed',
    ] as const;
    for (const code of codes) expect(t().failures[code]({ name: 'x' }).length).toBeGreaterThan(8);
  });
});
