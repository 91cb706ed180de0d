import type { ways as zh } from '../zh-CN/ways.ts';

export const ways: typeof zh = {
  title: 'Without a plan file',
  whose: 'Whose',
  everybody: 'Everybody',
  send: 'Send…',
  text: {
    title: 'Text',
    none: 'No numbers today yet',
    done: 'Copy numbers',
    quotas: 'Copy quotas',
    copied: 'Copied, ready to paste into a chat',
    select: 'The browser does not let the page copy: select the text below and copy it',
    quotaHead: (day) => `Quotas of ${day}`,
    quotaLine: (name, numbers) => `${name}: ${numbers.join(', ')}`,
  },
  picture: {
    title: 'Picture',
    text: 'How today goes, 1080 pixels wide, for any chat',
    weChat: 'Press and hold the picture to forward or keep it',
    show: 'Show',
    copy: 'Copy picture',
    copied: 'Picture copied, ready to paste into a chat',
    saved: 'The browser does not let the page copy pictures: it was saved as a file',
    save: 'Save as file',
    hide: 'Hide',
    alt: (scope, text) => `How today goes: ${scope}. ${text}`,
  },
  sheet: 'Which sheet',
  workbook: 'Excel workbook',
  workbookText: 'The Backcast, with formulas that go on calculating',
  workbookValues: 'The whole sheet, values without formulas',
  csv: 'CSV',
  csvText: 'The whole sheet, opens in Excel with all its letters',
  print: 'Print or PDF',
  printText: (people) =>
    `The sheet on the screen, or a page each: ${people} ${people === 1 ? 'page' : 'pages'}`,
  printSheet: 'This sheet…',
  printPages: 'A page each…',
  download: 'Download',
  page: {
    measure: 'Measure',
    figures: ['Target of the month', 'Done', 'Due', 'A day from now on'],
    day: 'Day',
    quotaAndDone: 'quota / done',
  },
  toWeChat:
    'In WeChat files often cannot be kept: text or a picture is the surest way; for a file tap “…” at the top and choose “Open in browser”.',
  inWeChat:
    'WeChat keeps neither files nor data here: tap “…” at the top and choose “Open in browser”. Text and pictures can be sent from here.',
};
