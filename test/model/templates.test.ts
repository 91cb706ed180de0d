import { describe, expect, it } from 'vitest';
import { checkChain, type NamedMeasure } from '../../src/model/chain-check.ts';
import { KNOWN_MEASURES, templateChain, templateOf, TEMPLATES } from '../../src/model/templates.ts';

const named = (measures: readonly Parameters<typeof label>[0][]): NamedMeasure[] => measures.map(label);
const label = (measure: ReturnType<typeof templateChain>[number]): NamedMeasure => ({
  ...measure,
  label: measure.key,
  storedAs: null,
});
const telesales = () => named(templateChain('telesales'));
const codes = (chain: readonly NamedMeasure[]) =>
  checkChain(chain).map(({ measure, field, code }) => `${measure ?? 'chain'} ${field} ${code}`);
const changed = (chain: readonly NamedMeasure[], key: string, change: Partial<NamedMeasure>) =>
  chain.map((measure) => (measure.key === key ? { ...measure, ...change } : measure));

describe('templates', () => {
  it.each(TEMPLATES)('%s is a sound chain that stands in the order of its places', (template) => {
    const chain = templateChain(template);
    expect(codes(named(chain))).toEqual([]);
    const orders = chain.map(({ order }) => order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    expect(templateOf(chain.map(({ key }) => key))).toBe(template);
  });

  it('a measure has one unit and one place in all templates, so that its numbers stay right', () => {
    for (const { key, unit, order } of TEMPLATES.flatMap(templateChain))
      expect([key, KNOWN_MEASURES.get(key)?.unit, KNOWN_MEASURES.get(key)?.order]).toEqual([
        key,
        unit,
        order,
      ]);
  });

  it('a chain with another order is an own one', () => {
    expect(templateOf(['connects', 'dials', 'revenue'])).toBeNull();
  });
});

describe('a chain that contradicts itself', () => {
  it('has 2 to 10 measures and its result', () => {
    expect(codes(telesales().slice(-1))).toContain('chain name tooFew');
    expect(codes(telesales().slice(0, -1))).toEqual(['chain name resultMissing']);
    const many = Array.from({ length: 6 }, (_, at) => ({
      ...label(templateChain('visits')[1]!),
      key: `m${at}`,
      label: `m${at}`,
    }));
    expect(codes([...telesales().slice(0, 3), ...many, ...telesales().slice(3)])).toContain(
      'chain name tooMany',
    );
  });

  it('nothing follows the result: two results say so at the second', () => {
    const [last] = telesales().slice(-1);
    const second: NamedMeasure = { ...last!, key: 'own-b', label: 'Collected' };
    expect(codes([...telesales(), second])).toEqual(['own-b name afterResult']);
  });

  it('a share of money, a value of money and a yield of counts are no steps', () => {
    const chain = telesales();
    expect(codes(changed(chain, 'revenue', { step: 'value' }))).toEqual(['revenue step valueAfterMoney']);
    expect(codes(changed(chain, 'pipeline', { step: 'yield' }))).toEqual(['pipeline step yieldAfterCount']);
    const moved = [...chain.slice(0, 3), chain[4]!, chain[3]!, chain[5]!];
    expect(codes(moved)).toEqual(['intents step countAfterMoney', 'revenue step yieldAfterCount']);
    expect(codes(changed(chain, 'revenue', { step: 'share', unit: 'count' }))[0]).toBe(
      'revenue step resultIsMoney',
    );
    expect(codes(changed(chain, 'intents', { step: null }))).toEqual(['intents step stepMissing']);
  });

  it('recorded counts cannot become money', () => {
    const chain = changed(telesales(), 'intents', { unit: 'money', step: 'value', storedAs: 'count' });
    expect(codes(chain)).toContain('intents step unitHasData');
  });

  it('names, ratios and lags are checked at their fields', () => {
    const wrong = (change: Partial<NamedMeasure>) => codes(changed(telesales(), 'connects', change));
    expect(wrong({ label: '' })).toEqual(['connects name nameMissing']);
    expect(wrong({ label: 'dials' })).toEqual(['connects name nameTwice']);
    expect(wrong({ assumed: NaN })).toEqual(['connects assumed assumedWrong']);
    expect(wrong({ assumed: 0 })).toEqual(['connects assumed assumedWrong']);
    expect(wrong({ assumed: 1.2 })).toEqual(['connects assumed shareAboveOne']);
    expect(wrong({ assumed: 1.2, step: 'rate' })).toEqual([]);
    expect(wrong({ assumed: null })).toEqual([]);
    expect(wrong({ lagMedian: 10, lag90: 5 })).toEqual(['connects lag90 lagOrder']);
    expect(wrong({ lagMedian: NaN, lag90: 251 })).toEqual([
      'connects lagMedian lagWrong',
      'connects lag90 lagWrong',
    ]);
  });
});
