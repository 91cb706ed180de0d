import { describe, expect, test } from 'vitest';
import { readChat } from '../../../../src/files/import/chat.ts';
import { setLanguage } from '../../../../src/i18n/i18n.svelte.ts';
import { withMessages } from '../../../../src/i18n/i18n.svelte.ts';
import { doneText, quotaText, type RepDay } from '../../../../src/views/share/ways/rep-text.ts';

await setLanguage('zh-CN');
await withMessages('share', Promise.resolve());

const day = (name: string, numbers: Record<string, number>): RepDay => ({
  name,
  numbers: Object.entries(numbers).map(([measure, value]) => ({ measure, value })),
});

describe('a day as text', () => {
  test('reads back as it was, whoever pastes it', () => {
    const reps = [
      day('林晓', { 外呼: 96, 接通: 28, 深沟: 7, 储备金额: 12000 }),
      day('王雨桐', { 外呼: 0, 接通: NaN, 深沟: 3 }),
      day('Ann Lee', { Dials: 88, 'Connected calls': 20 }),
    ];
    const { rows } = readChat(doneText(reps, '2026-11-20'))!;
    const [header = [], ...lines] = rows;
    const read = lines.map((cells) => Object.fromEntries(header.map((title, at) => [title, cells[at]])));
    expect(read[0]).toMatchObject({
      姓名: '林晓',
      日期: '2026-11-20',
      外呼: '96',
      接通: '28',
      深沟: '7',
      储备金额: '12000',
    });
    expect(read[1]).toMatchObject({ 姓名: '王雨桐', 外呼: '0', 接通: '', 深沟: '3' });
    expect(read[2]).toMatchObject({ 姓名: 'Ann Lee', Dials: '88', 'Connected calls': '20' });
  });

  test('who has no number has no line', () => {
    expect(doneText([day('林晓', { 外呼: NaN })], '2026-11-20')).toBe('');
    expect(quotaText([day('林晓', { 外呼: Infinity })], '11月20日')).toBe('');
  });

  test('quotas say that they are quotas', () => {
    const text = quotaText([day('林晓', { 外呼: 96, 接通: 28 })], '11月20日');
    expect(text).toBe('11月20日 的配额\n林晓：外呼 96、接通 28');
  });
});
