import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isZip } from '../../../src/files/slice/magic.ts';
import { filesIn, zipOf } from '../../../src/files/slice/zip.ts';

const files = [
  { name: '计划 林晓.backcast', bytes: strToU8('one') },
  { name: '计划 陈思远.backcast.age', bytes: strToU8('two') },
];

describe('an archive of files', () => {
  it('comes back with the names and bytes that went in', () => {
    const archive = zipOf(files);
    expect(isZip(archive)).toBe(true);
    expect(filesIn(archive)).toEqual({ ok: true, value: files });
  });

  it('packed by another program is read without its folders and litter', () => {
    const archive = zipSync({
      'parts/lin.backcast': strToU8('x'.repeat(5000)),
      '__MACOSX/parts/._lin.backcast': strToU8('litter'),
      'parts/.DS_Store': strToU8('litter'),
    });
    const read = filesIn(archive);
    expect(read.ok && read.value.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['lin.backcast', 5000],
    ]);
  });

  it('that inflates to more than a plan may hold is stopped on the way', () => {
    const bomb = zipSync({ 'a.backcast': new Uint8Array(101_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(filesIn(bomb)).toEqual({ ok: false, failure: { code: 'planTooLarge', values: { limit: 100 } } });
  });

  it('that is cut short, or empty, is refused', () => {
    const archive = zipOf(files);
    for (const length of [10, 40, archive.length / 2, archive.length - 60])
      expect(filesIn(archive.subarray(0, length)).ok, String(length)).toBe(false);
    expect(filesIn(zipSync({})).ok).toBe(false);
  });
});
