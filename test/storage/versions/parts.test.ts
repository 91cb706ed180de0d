import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partFor, partsOf } from '../../../src/storage/versions/parts.ts';

const key = fc.stringMatching(/^[a-zA-Z0-9_-]{1,8}$/);
const name = fc.oneof(
  key.map((unit) => `history/${unit}`),
  fc.tuple(key, fc.integer({ min: 1, max: 9 })).map(([unit, month]) => `actual/${unit}/2026-0${month}`),
  fc.constantFrom('settings/', 'measure/', 'season/'),
);
const pages = fc
  .uniqueArray(name, { maxLength: 300 })
  .map((names) => names.map((page, i) => ({ page, text: `text ${i}` })));
const texts = (parts: ReturnType<typeof partsOf>) =>
  parts.map((part) => part.pages.map(({ page, text }) => `${page}=${text}`).join('\n'));

describe('the parts of a version', () => {
  it('hold each page once, where it is looked for', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const parts = partsOf(all);
        expect(parts.flatMap((part) => part.pages)).toHaveLength(all.length);
        for (const page of all) expect(parts[partFor(parts, page.page)]?.pages).toContain(page);
      }),
    );
  });

  it('are the same in whatever order the pages come', () => {
    fc.assert(
      fc.property(pages, (all) => {
        expect(texts(partsOf([...all].reverse()))).toEqual(texts(partsOf(all)));
      }),
    );
  });

  it('change in at most two places where one page changes, comes or goes', () => {
    fc.assert(
      fc.property(pages, fc.nat(), name, (all, at, added) => {
        const before = new Set(texts(partsOf(all)));
        const fresh = (next: typeof all) => texts(partsOf(next)).filter((text) => !before.has(text)).length;
        expect(
          fresh(all.map((page, i) => (i === at % all.length ? { ...page, text: 'x' } : page))),
        ).toBeLessThanOrEqual(1);
        expect(fresh(all.filter((_, i) => i !== at % all.length))).toBeLessThanOrEqual(1);
        if (!all.some(({ page }) => page === added))
          expect(fresh([...all, { page: added, text: 'x' }])).toBeLessThanOrEqual(2);
      }),
    );
  });
});
