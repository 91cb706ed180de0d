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
  badLeave: (v: Record<string, unknown>) =>
    `Leave not understood: ${String(v['text'])}. Write 11-26 afternoon, 12-21 to 12-24`,
  nameMissing: () => 'No name',
  monthMissing: () => 'No month',
  dayMissing: () => 'No date',
  negativeCount: () => 'A count cannot be negative',
  goalNegative: () => 'A goal cannot be negative',
  goalTwice: (v: Record<string, unknown>) => `Line ${String(v['line'])} has another number for the same goal`,
  goalNameUnknown: (v: Record<string, unknown>) =>
    `The plan has no “${String(v['name'])}”, or several: choose who it is, or leave it out`,
  goalSegmentUnknown: (v: Record<string, unknown>) =>
    `The plan has no segment “${String(v['name'])}”, or several: choose one, or leave it out`,
  percentInCount: () => 'A number is needed here, not a percentage',
  exceeds: (v: Record<string, unknown>) => `More than ${String(v['other'])}, ${String(v['limit'])}`,
  repeatedMonth: (v: Record<string, unknown>) => `Same person and month as line ${String(v['line'])}`,
  repeatedDay: (v: Record<string, unknown>) => `Same person and day as line ${String(v['line'])}; added up`,
  historyNotUnderstood: () => 'No month and number columns were found.',
  cancelled: () => 'Cancelled',
  fileEmpty: () => 'There is no data in it',
  fileNotText: () => 'This is not a CSV or text file. Save the table as CSV, or copy it and paste it here',
  fileSpreadsheet: (v: Record<string, unknown>) =>
    `This is a file of ${String(v['program'])}. Save it as CSV there, or select the table, copy it and paste it here`,
  fileTooLarge: (v: Record<string, unknown>) => `The file is over ${String(v['limit'])} MB`,
  fileReadingDied: () =>
    'Reading stopped before the end; the plan is unchanged. The file may be too big for this device’s memory: import it in parts',
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
  storageMissing: () =>
    'Everything works, but this window cannot save: private mode, or storage is switched off. Export a file before you close it',
  storageBlocked: () =>
    'What you saved is safe. Another tab still runs an old version; close it and this one goes on by itself',
  storageUpgraded: () =>
    'What you saved is safe. Another tab has moved to a new version, so this one is read-only; unsaved entries are kept. Reload the page',
  storageNewer: () =>
    'What you saved is safe, but a newer version wrote it. Reload the page; if this comes back, reload once while online',
  storageRemoved: () =>
    'Another tab removed everything from this device. What you see is in this window only; export it if you need it',
  storageClosed: () =>
    'What you saved is safe, but the browser closed its storage. New entries are in this window only. Press “Try again”',
  storageFull: () =>
    'What was saved before is safe, and your latest entries are still in this window. The disk is full: free some space and press “Try again”, or export a file',
  storageDamaged: () =>
    'Nothing was changed, but the browser cannot open its storage. Restart the browser; if that does not help, open an exported file',
  folderGone: () => 'The folder is not there any more, or was moved',
  folderDenied: () => 'The browser does not let this page use the folder',
  folderFull: () => 'There is no room left where the folder is',
  folderUnreachable: () => 'The folder can’t be reached just now; this is tried again',
  storedPlanDamaged: (v: Record<string, unknown>) =>
    `Other plans are not affected and nothing was changed. Part of the plan “${String(v['name'])}” cannot be read; open it from an exported file`,
  planMissing: () =>
    'Other plans are not affected. This plan is no longer on this device; export what you see here if you need it',
  storageFailed: (v: Record<string, unknown>) =>
    `What was saved before is safe, and your latest entries are still in this window, but they could not be stored (${String(v['name'])}). Press “Try again”, or export a file`,
  versionMissing: () => 'This version is no longer on this device',
  versionDamaged: () => 'A part of this version cannot be read; choose another one',
  versionMoved: () => 'The versions were being tidied up at the same moment; try again',
};
