import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import { ratios } from '../../src/sheets/definitions/ratios.ts';
import { company, goal, onePerson, override, unit } from '../planner/plan.ts';
import { at, cellAt, TestDesk } from './desk.ts';

const team = () => [
  ...company({ reps: 6, teams: 2, months: 12, last: '2026-10', goals: 2 }),
  unit('new', 'rep', 't0', { start: '2026-11-01', order: 99 }),
];

beforeEach(() => setLanguage('zh-CN'));

describe('the ratios of the Backcast sheet', () => {
  it('each step has its raw, shrunk and used ratio, the evidence and the interval', () => {
    const built = new TestDesk(team()).build(ratios);
    const shown = (column: string) => cellAt(built, 'r0000', `connects ${column}`);
    expect(shown('raw').text).toMatch(/^\d\d\.\d%$/);
    expect(shown('shrunk').text).toBe(shown('used').text);
    expect(shown('used').text).toMatch(/^\d\d\.\d%$/);
    expect(shown('own').share).toBeGreaterThan(0);
    expect(shown('band').text).toMatch(/^\d\d\.\d–\d\d\.\d$/);
    expect(cellAt(built, 'r0000', 'pipeline used').text).toMatch(/^\d,\d{3}$/);
    const group = built.model.columns.find(({ key }) => key === 'connects used')?.group;
    expect(group).toBe('接通率 · 接通 ÷ 外呼');
  });

  it('someone without a record has the team’s ratio, hatched, and no raw one', () => {
    const built = new TestDesk(team()).build(ratios);
    expect(cellAt(built, 'new', 'connects raw').text).toBe('—');
    expect(cellAt(built, 'new', 'connects used').marks).toContain('team');
    expect(cellAt(built, 'new', 'connects band').text).toBe('数据太少');
  });

  it('without any history the template’s ratios are marked assumed', () => {
    const built = new TestDesk(onePerson(goal('me', '2026-11', 3_000_000))).build(ratios);
    expect(cellAt(built, 'me', 'connects used').text).toBe('30.0%');
    expect(cellAt(built, 'me', 'connects band').text).toBe('假设');
  });

  it('an override is notched, and typing on a used ratio opens its editor', () => {
    const desk = new TestDesk([...team(), override('r0000', 'connects', '2026-11', { ratio: 0.32 })]);
    const built = desk.build(ratios);
    const used = cellAt(built, 'r0000', 'connects used');
    expect(used).toMatchObject({ text: '32.0%', hint: '手动：接通率 32.0%，2026年11月 起' });
    expect(used.marks).toContain('override');
    const { text } = cellAt(built, 'r0000', 'connects shrunk');
    expect(text).toBe(cellAt(new TestDesk(team()).build(ratios), 'r0000', 'connects used').text);
    expect(cellAt(built, 'r0000', 'connects band').text).toBe('手动');
    const { row, column } = at(built, 'r0000', 'connects used');
    expect(built.refuse(row, column)).toEqual({ kind: 'override', unit: 'r0000', measure: 'connects' });
    expect(built.refuse(row, column - 1).kind).toBe('sentence');
  });
});
