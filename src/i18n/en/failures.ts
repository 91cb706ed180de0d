import type { failures as zh } from '../zh-CN/failures.ts';

export const failures: typeof zh = {
  notANumber: (v: Record<string, unknown>) => `Not a number: ${String(v['text'])}`,
  numberTooLarge: () => 'Number is too large (at most 1,000,000,000,000)',
  badFormula: () => 'Incomplete formula; only + − × ÷ and brackets are read',
  divideByZero: () => 'Divided by 0',
  notAMonth: (v: Record<string, unknown>) => `Not a month: ${String(v['text'])}`,
  noSuchMonth: (v: Record<string, unknown>) => `There is no month ${String(v['month'])}`,
  monthWithoutYear: () => 'The year is missing',
  yearOutOfRange: (v: Record<string, unknown>) => `Year ${String(v['year'])} is not between 1970 and 2100`,
  notADay: (v: Record<string, unknown>) => `Not a date: ${String(v['text'])}`,
  noSuchDay: (v: Record<string, unknown>) => `There is no such day: ${String(v['text'])}`,
  ambiguousDay: (v: Record<string, unknown>) => `${String(v['text'])}: month and day cannot be told apart`,
  nameMissing: () => 'No name',
  monthMissing: () => 'No month',
  dayMissing: () => 'No date',
  negativeCount: () => 'A count cannot be negative',
  percentInCount: () => 'A number is needed here, not a percentage',
  exceeds: (v: Record<string, unknown>) => `More than ${String(v['other'])}, ${String(v['limit'])}`,
  repeatedMonth: (v: Record<string, unknown>) => `Same person and month as line ${String(v['line'])}`,
  repeatedDay: (v: Record<string, unknown>) => `Same person and day as line ${String(v['line'])}; added up`,
  fileEmpty: () => 'There is no data in it',
  fileNotText: () =>
    'This is not a CSV or text file. Save an Excel file as CSV first, or copy the table and paste it here',
  fileTooLarge: (v: Record<string, unknown>) => `The file is over ${String(v['limit'])} MB`,
  fileUnreadable: () => 'The file cannot be read; it may have been moved, or access was refused',
  planNotBackcast: () => 'This is not a Backcast plan file',
  planNewer: () => 'The file is from a newer version; update Backcast, then open it',
  planDamaged: () => 'The file is incomplete or damaged; try another copy',
  planChecksum: () => 'The content does not match its checksum and may have been changed; it was not opened',
  planHostileKey: (v: Record<string, unknown>) =>
    `The file holds the forbidden name ${String(v['key'])}; it was not opened`,
  planTooLarge: (v: Record<string, unknown>) =>
    `The file unpacks to over ${String(v['limit'])} MB; it was not opened`,
  planTooMany: (v: Record<string, unknown>) =>
    `The file holds ${String(v['count'])} records; at most ${String(v['limit'])} can be read`,
  planWrongShape: (v: Record<string, unknown>) =>
    `The file does not follow the format (${String(v['where'])}); it was not opened`,
  planUnknownWriter: (v: Record<string, unknown>) =>
    `The file refers to a writer that it does not list (${String(v['where'])}); it was not opened`,
  planUnknownStamp: (v: Record<string, unknown>) =>
    `The file refers to a stamp that it does not list (${String(v['where'])}); it was not opened`,
  planWrongValue: (v: Record<string, unknown>) =>
    `Record ${String(v['record'])} has an impossible ${String(v['field'])}; the file was not opened`,
  valueWrong: (v: Record<string, unknown>) => `${JSON.stringify(v['value'])} cannot be entered here`,
  valueMissing: () => 'This cannot be blank',
};
