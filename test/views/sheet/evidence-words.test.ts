import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../src/i18n/i18n.svelte.ts';
import type { RatioEvidence } from '../../../src/model/planning.ts';
import { recordSentence } from '../../../src/views/sheet/why/evidence-words.ts';
import { planFigures } from '../../../src/views/sheet/why/figures.ts';

const figures = planFigures({ get: () => undefined, ofKind: () => [] }, 'zh-CN');
const ratio: RatioEvidence = {
  ...{ measure: 'connects', from: 'dials', step: 'share', used: 0.328, shrunk: 0.328, raw: 7523 / 23001 },
  ...{ basis: 'own', ownShare: 0.98, x: 7523, n: 23001, low: 0.322, high: 0.334, months: [], override: null },
  ...{ window: { from: '2025-11', to: '2026-10' }, team: 0.294 },
};

beforeEach(() => setLanguage('zh-CN'));

describe('how a used ratio comes about', () => {
  it('is said with own counts, their months, the team’s ratio and both weights', () => {
    expect(recordSentence(ratio, figures)).toBe(
      '2025年11月 至 2026年10月本人 7,523 ÷ 23,001 = 32.7%，团队 29.4%；近的月份权重大，本人占 98%，合起来是 32.8%',
    );
  });

  it('is not said where no record of one’s own stands behind it', () => {
    expect(recordSentence({ ...ratio, basis: 'assumed' }, figures)).toBe('');
    expect(recordSentence({ ...ratio, window: null }, figures)).toBe('');
  });
});
