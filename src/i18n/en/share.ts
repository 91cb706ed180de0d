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
  wholeText: (people) =>
    `Goals, history, actuals and settings of ${people} ${people === 1 ? 'rep' : 'reps'}, with where each change came from`,
  readOnly: 'Mark it read-only: it opens for reading unless its reader chooses otherwise',
  backToSender: 'Send this part back',
  backToSenderText:
    'The plan takes back actuals, reports and quick notes; other changes are listed, not merged',
  measuring: '…',
  download: 'Download',
  send: 'Send…',
  made: (name) => `Exported ${name}`,
  ready: 'Files that are made',
  left: 'Handed over',
  sendOne: 'Send',
  downloadOne: 'Download',
  folder: 'Team folder',
  folderText: 'Or share a folder: each device keeps its own file there and merges the others’.',
  failed: 'No file was made: out of memory, or the browser stopped it. Close other pages and try again.',
  parts: {
    title: 'Parts, one for each',
    text: 'Only their own goals, quotas, history, actuals and quick notes; nothing of the others: no numbers, notes, ids or undo history. Units above are bare names, team totals are left out',
    of: 'Parts for',
    byRep: 'Each rep',
    byTeam: 'Each team',
    sum: (count, size) => `${count} ${count === 1 ? 'file' : 'files'}, ${size}`,
    list: 'Who gets one',
    all: 'All',
    chosen: (count, of) => `${count} of ${of}`,
    lastSent: 'Last sent',
    size: 'Size',
    today: (clock) => `today ${clock}`,
    back: 'came back',
    sentAndBack: (at) => `${at}, came back`,
    few: (reps) =>
      `The plan has only ${reps} ${reps === 1 ? 'rep' : 'reps'}. Parts carry the team’s mean ratios, and with their own numbers people can work out the others’. Send none if that matters.`,
    download: (count) => (count === 1 ? 'Download 1 part' : `Download ${count} parts (zip)`),
    archive: (plan) => `${plan} parts`,
    each: 'Send one by one…',
    making: (done, of) => `Making ${done + 1} of ${of}`,
  },
  lock: {
    use: 'With a passphrase',
    label: 'Passphrase',
    show: 'Show the passphrase',
    make: 'Make one',
    none: 'Type a passphrase, or make one.',
    strength: {
      weak: 'Easily guessed: make it longer, or have one made.',
      fair: 'Good enough.',
      strong: 'Very hard to guess.',
    },
    text: 'In the age format: other age tools open it, too. The passphrase is not kept: once forgotten, nobody can open the file. Send it another way.',
    needed: (name) => `“${name}” has a passphrase`,
    neededText: 'The passphrase opens the file this once and is not kept.',
    open: 'Open',
    opening: 'Decrypting…',
    leaveOut: 'Do not open',
  },
  failures: {
    agePassphrase: () => 'Wrong passphrase, or the head of the file was altered',
    ageForKey: () =>
      'The file is encrypted for a key, not a passphrase; decrypt it with that age key, then open it',
    ageDamaged: () =>
      'The encrypted file is incomplete or was altered; it was not opened. Ask for another copy',
    ageTooMuchWork: () =>
      'The file asks for so much work to decrypt that it may be meant to stall the device; it was not opened',
    zipDamaged: () => 'The archive is incomplete or damaged; it was not opened',
    zipEmpty: () => 'There are no files in the archive',
  },
  part: {
    badge: (name) => `Part of ${name}`,
    text: 'This is one part of a plan: only actuals, reports and quick notes can be changed. For anything else, tell whoever sent it. Rows above sum up only the people in this part.',
    refused: 'In a part, only actuals, reports and quick notes can be changed; this was left as it is.',
  },
};
