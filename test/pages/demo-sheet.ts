import {
  blankCell,
  type Cell,
  type CellEdit,
  type CellMark,
  type Column,
  type EditOutcome,
  type SheetModel,
  type SheetRow,
} from '../../src/sheets/sheet.ts';

const money = (key: string, title: string): Column => ({
  key,
  title,
  subtitle: '¥',
  type: 'money',
  width: 92,
  group: '结果',
});
const count = (key: string, title: string, subtitle: string): Column => ({
  key,
  title,
  subtitle,
  type: 'count',
  width: 84,
  group: '倒推',
  rule: key === 'intents',
});
export const COLUMNS: readonly Column[] = [
  { key: 'name', title: '成员', type: 'text', width: 140, frozen: true },
  { key: 'evidence', title: '依据', type: 'evidence', width: 52, frozen: true },
  money('goal', '目标'),
  money('won', '已成交'),
  money('toGo', '还差'),
  count('intents', '意向客户', '÷ ¥5,024'),
  count('conversations', '深沟', '÷ 19.4%'),
  count('connects', '接通', '÷ 24.7%'),
  count('dials', '外呼', '÷ 29.2%'),
  { key: 'rate', title: '接通率', type: 'ratio', width: 76, group: '比率', rule: true },
  {
    key: 'pattern',
    title: '班次',
    type: 'choice',
    width: 84,
    group: '比率',
    choices: [
      { value: 'five', label: '五天' },
      { value: 'six', label: '六天' },
      { value: 'alternating', label: '大小周' },
    ],
  },
  { key: 'start', title: '入职', type: 'date', width: 96, group: '比率' },
];
const TO_GO = 4;

/** Row data by column; a plan of `reps` people in teams of ten, or flat. */
export type Values = readonly (string | number | null)[];
export interface Line {
  readonly key: string;
  readonly level: number;
  readonly values: Values;
}

export function lines(reps: number, tree: boolean): Line[] {
  const result: Line[] = [];
  for (let index = 0; index < reps; index++) {
    if (tree && index % 10 === 0)
      result.push({
        key: `t${index}`,
        level: 0,
        values: [`电销${index / 10 + 1}组`, ...new Array<null>(11).fill(null)],
      });
    const day = String((index % 28) + 1).padStart(2, '0');
    result.push({
      key: `r${index}`,
      level: tree ? 1 : 0,
      values: [
        `成员${index + 1}`,
        null,
        20000 + ((index * 37) % 200) * 100,
        (index * 53) % 20000,
        null,
        20 + (index % 17),
        index % 23 === 7 ? null : 100 + (index % 61),
        400 + (index % 301),
        1800 + (index % 701),
        0.2 + (index % 150) / 1000,
        ['五天', '六天', '大小周'][index % 3] ?? null,
        `2026-${String((index % 12) + 1).padStart(2, '0')}-${day}`,
      ],
    });
  }
  return result;
}

const format = new Intl.NumberFormat('zh-CN');
const shown = (value: string | number | null, column: Column): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return column.type === 'ratio' ? `${(value * 100).toFixed(1)}%` : format.format(value);
};

export class DemoSheet implements SheetModel {
  readonly id = 'demo';
  readonly label = '演示表';
  readonly columns = COLUMNS;
  private readonly open: readonly number[];

  constructor(
    readonly all: readonly Line[],
    readonly folded: ReadonlySet<string> = new Set(),
    readonly adds = true,
  ) {
    const open: number[] = [];
    let hidden = false;
    all.forEach(({ key, level }, index) => {
      if (level === 0) hidden = false;
      if (!hidden) open.push(index);
      if (level === 0 && folded.has(key)) hidden = true;
    });
    this.open = open;
  }

  get rowCount(): number {
    return this.open.length + Number(this.adds);
  }

  line(row: number): Line | undefined {
    return this.all[this.open[row] ?? -1];
  }

  index(row: number): number {
    return this.open[row] ?? -1;
  }

  row(index: number): SheetRow {
    const line = this.line(index);
    if (!line) return { key: 'adder', level: 0, expanded: null, total: false, adder: true };
    const team = line.key.startsWith('t');
    return {
      key: line.key,
      level: line.level,
      expanded: team ? !this.folded.has(line.key) : null,
      total: team,
    };
  }

  value(row: number, column: number): Cell['value'] {
    const values = this.line(row)?.values;
    if (!values) return null;
    return column === TO_GO ? Number(values[2] ?? 0) - Number(values[3] ?? 0) : (values[column] ?? null);
  }

  cell(row: number, column: number): Cell {
    const line = this.line(row);
    const about = COLUMNS[column];
    if (!about) return blankCell;
    if (!line)
      return {
        text: column === 0 ? '＋ 添加成员，或直接粘贴名单' : '',
        value: null,
        input: column !== TO_GO,
      };
    const team = line.key.startsWith('t');
    if (about.type === 'evidence')
      return { ...blankCell, share: (row % 10) / 10, hint: `本人 ${row % 10}0%` };
    const value = this.value(row, column);
    const marks = marksOf(row, column, value, team);
    const cell: Cell = {
      text: marks.includes('gap') ? '空' : shown(value, about),
      value,
      input: column !== TO_GO && !(team && column > 0),
      marks,
      ...(value === null
        ? {}
        : { draft: about.type === 'ratio' ? `${(Number(value) * 100).toFixed(1)}%` : String(value) }),
    };
    return cell;
  }
}

function marksOf(row: number, column: number, value: unknown, team: boolean): CellMark[] {
  if (team) return [];
  if (column === 6 && value === null) return ['gap'];
  if (column === 8 && row === 8) return ['override'];
  if (column === 8 && row === 9) return ['decide'];
  if (row === 11 && column > 4 && column < 9) return ['team'];
  if (column === 7 && row === 5) return ['note'];
  return [];
}

/** Parses as the sheet's columns would: numbers with commas and percent; -5 is refused. */
function parse(text: string, column: Column): { value: string | number | null } | { message: string } {
  if (text.trim() === '') return { value: null };
  if (column.type === 'text' || column.type === 'date') return { value: text };
  if (column.type === 'choice')
    return column.choices?.some(({ label }) => label === text)
      ? { value: text }
      : { message: `没有“${text}”这个班次` };
  const number = Number(text.replace(/[,%]/g, ''));
  if (Number.isNaN(number)) return { message: `“${text}”不是数字` };
  if (number < 0) return { message: '不能小于 0' };
  return { value: text.endsWith('%') ? number / 100 : number };
}

export function applyEdits(
  sheet: DemoSheet,
  edits: readonly CellEdit[],
): { sheet: DemoSheet; outcome: EditOutcome } {
  const all = [...sheet.all];
  const rejected: { row: number; column: number; text: string; message: string }[] = [];
  const added = new Map<number, number>();
  for (const { row, column, text } of edits) {
    const about = COLUMNS[column];
    if (!about) continue;
    const parsed = parse(text, about);
    if ('message' in parsed) {
      rejected.push({ row, column, text, message: parsed.message });
      continue;
    }
    let index = sheet.index(row);
    if (index < 0) {
      index = added.get(row) ?? all.length;
      if (!added.has(row)) all.push({ key: `n${all.length}`, level: 0, values: new Array(12).fill(null) });
      added.set(row, index);
    }
    const line = all[index];
    if (!line) continue;
    const values = [...line.values];
    values[column] = parsed.value;
    all[index] = { ...line, values };
  }
  const next = new DemoSheet(all, sheet.folded, sheet.adds);
  return { sheet: next, outcome: { changes: [], rejected, summary: '' } };
}
