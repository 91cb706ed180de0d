import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages as en } from '../../src/i18n/en/index.ts';
import { messages as zh } from '../../src/i18n/zh-CN/index.ts';

const page = readFileSync('index.html', 'utf8').replace(/\s+/g, ' ');

describe('the words that index.html shows before the code is here', () => {
  it.each([
    ['zh-CN', zh],
    ['en', en],
  ])('are those of the first run in %s, so that nothing jumps when it takes over', (language, messages) => {
    const [, words = ''] = page.split(`<div class="wrap" lang="${language}">`);
    const { title, lede } = messages.quickstart;
    expect(
      words
        .replace(/> | </g, (edge) => edge.trim())
        .startsWith(`<h1>${title}</h1><p class="lede">${lede}</p>`),
    ).toBe(true);
  });
});
