import type { palette as zh } from '../zh-CN/palette.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const palette: typeof zh = {
  title: 'Search and commands',
  placeholder: 'A person, a month, a sheet or a command',
  none: 'Nothing found',
  noneHint: 'Try a name, “2026-12” or “export”.',
  people: 'Members and teams',
  sheets: 'Sheets',
  months: 'Months',
  commands: 'Commands',
  results: (count) => plural(count, 'result'),
  move: 'move',
  choose: 'open',
  closes: 'close',
};
