import type { charts as zh } from '../zh-CN/charts.ts';

export const charts: typeof zh = {
  table: 'Show as a table',
  copy: 'Copy as a picture',
  copied: 'Picture copied',
  saved: 'The browser keeps the clipboard closed: the picture is saved as a file',
  hint: 'Left and right arrows go from point to point',
};
