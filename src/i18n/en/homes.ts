import type { homes as zh } from '../zh-CN/homes.ts';

export const homes: typeof zh = {
  title: 'Team folder',
  offer:
    'Keep this plan as a file in a folder too. In a folder that OneDrive, Dropbox, Nutstore or Syncthing shares, the devices of a team meet without a server.',
  deviceName: 'Name of this device',
  choose: 'Choose a folder',
  lastRead: (when) => `last read ${when}`,
  own: 'this device writes here',
  merged: 'merged',
  read: 'read',
  waiting: 'half written, waiting',
  refused: 'not read',
  old: (days) => `${days} days old`,
  copies: (count) => `${count} conflicted ${count === 1 ? 'copy' : 'copies'}`,
  nothingNew: 'read, nothing new',
  tidy: 'Tidy up',
  tidied: (count) =>
    count === 0 ? 'Nothing to tidy up' : `${count} ${count === 1 ? 'copy' : 'copies'} removed`,
  how: 'Each device writes only its own file and merges the others’. Conflicts wait for you as in any merge. Taking an edit back takes it back for everyone.',
  disputed: (count) => (count === 1 ? '1 conflict to decide' : `${count} conflicts to decide`),
  settle: 'Decide',
  look: 'Look now',
  leave: 'Stop using this folder',
  allow: 'Allow the folder',
  allowShort: 'Team folder: allow',
  allowText:
    'The browser asks again before this page may use the folder. Until then nothing is written there.',
  failedShort: 'Team folder not reached',
  memory: 'Nothing is kept in this browser, so no folder can be remembered.',
  part: 'A part of a plan goes back to its sender as a file.',
  missing: 'This browser can’t keep files in a folder. Chrome and Edge on a computer can.',
  instead:
    'Use the backup above instead, into a folder that is synced, and open the others’ files to merge them.',
  lost: (folder, backup) =>
    `You keep what is in the team folder (${folder})${backup === null ? '' : ` and the backup of ${backup}`}. Nothing is held anywhere else.`,
};
