import type { share as zh } from '../zh-CN/share.ts';

export { ways } from './ways.ts';

export const share: typeof zh = {
  title: 'Share',
  close: 'Close',
  privacy:
    'Everything is made on this device, nothing is uploaded. A part shows its reader only their own numbers, but it is no access control: whoever has the file or link can read it, unless it has a passphrase.',
  files: 'As a file',
  filesHint: 'Can be merged back later',
  whole: 'The whole plan',
  wholeText: (people) => `Goals, history, actuals and settings of ${people} ${people === 1 ? 'rep' : 'reps'}`,
  measuring: 'Measuring…',
  download: 'Download the whole plan',
  made: (name) => `Exported ${name}`,
  failed: 'No file was made: out of memory, or the browser stopped it. Close other pages and try again.',
};
