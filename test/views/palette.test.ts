import { describe, expect, it } from 'vitest';
import { find, rank, type Entry } from '../../src/views/palette/search.ts';

const entry = (label: string, group: Entry['group'] = 'people', also = ''): Entry => ({
  id: label,
  group,
  label,
  also,
  run: () => undefined,
});

describe('the palette', () => {
  it('puts what begins with the words before what contains them', () => {
    const found = find([entry('Anna Zhou'), entry('Lin Zhoushan'), entry('Zhou Hang')], 'zhou');
    expect(found.map(({ label }) => label)).toEqual(['Zhou Hang', 'Anna Zhou', 'Lin Zhoushan']);
  });

  it('keeps the groups in their order', () => {
    const found = find([entry('导出', 'commands'), entry('2026年12月', 'months'), entry('林晓')], '');
    expect(found.map(({ group }) => group)).toEqual(['people', 'months', 'commands']);
  });

  it('finds by other words, in full width and any case', () => {
    expect(rank(entry('2026年12月', 'months', '2026-12'), '２０２６－１２')).toBe(1);
    expect(rank(entry('Export', 'commands'), 'EXP')).toBe(3);
  });

  it('finds nothing where nothing matches', () => {
    expect(find([entry('林晓')], 'xyz')).toEqual([]);
  });
});
