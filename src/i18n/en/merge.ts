import type { merge as zh } from '../zh-CN/merge.ts';

export { cells } from './cells.ts';

/** Numbers come written out: 1,204. */
const isOne = (count: number | string): boolean => String(count) === '1';
const noun = (count: number | string, one: string): string => (isOne(count) ? one : `${one}s`);
const are = (count: number | string): string => (isOne(count) ? 'is' : 'are');
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const merge: typeof zh = {
  open: {
    one: (file) => `Open “${file}”`,
    many: (count) => `Open ${counted(count, 'file')}`,
    reading: (done, of) => `Reading files, ${done} of ${of}`,
    about: (when, size) => `saved ${when} · ${size}`,
    files: (count) => counted(count, 'file'),
    known: (name) => `This plan is on this device: “${name}”.`,
    binned: (name) => `This plan was deleted here: “${name}”. Merging brings it back first.`,
    unknown: 'This plan is not on this device yet.',
    slice: 'This is a part of a plan.',
    how: (plan) => `How to open “${plan}”`,
    ways: {
      merge: 'Merge into the plan here',
      mergeHint: 'see what would change, then decide',
      edit: 'Open, editable',
      editHint: 'stays the same plan and can be merged back later',
      look: 'Open read-only',
      lookHint: 'look first; can be made editable at any time',
      copy: 'Open a separate copy',
      copyHint: 'another plan that never merges with the original',
      skip: 'Not now',
    },
    bad: (count) => (count === 1 ? 'This file can’t be read' : `These ${count} files can’t be read`),
    badRest: 'The others are not affected.',
    cancel: 'Cancel',
    go: 'Open',
    toMerge: 'See what would change',
    copyName: (name) => `${name} copy`,
    opened: (name) => `Opened “${name}”`,
    openedLook: (name) => `Opened “${name}” read-only`,
  },
  readOnly: {
    title: 'This plan is read-only',
    text: 'Nothing is changed by looking. Files can still be merged into it.',
    edit: 'Make editable',
    copy: 'Make a copy',
    refused: 'This plan is read-only; nothing was changed',
  },
  title: (file) => `Merge ${file}`,
  titleMany: (count) => `Merge ${counted(count, 'file')}`,
  titleNone: 'Merge files',
  working: (done, of, changed) =>
    changed
      ? `Comparing, ${done} of ${of} files, ${counted(changed, 'row')} differ so far`
      : `Comparing, ${done} of ${of} files`,
  nothing: 'Nothing new: all that is in the files is here already.',
  none: 'Choose one or more files that were exported from this plan, or drop them here.',
  choose: 'Choose files',
  failed: 'They could not be read; the plan is unchanged.',
  savedAt: (when) => `saved ${when}`,
  counts: {
    label: 'What merging changes',
    updated: (count) => `${noun(count, 'cell')} updated`,
    added: (count) => `${noun(count, 'row')} added`,
    removed: (count) => `${noun(count, 'row')} removed`,
    unchanged: (count) => `${noun(count, 'row')} unchanged`,
    mineNewer: (count) => `${count} ${noun(count, 'cell')} ${are(count)} newer here`,
    same: (count) => `${count} ${noun(count, 'cell')} changed alike on both sides`,
    conflicts: (count) =>
      `${count === 1 ? 'conflict' : 'conflicts'}: changed on both sides; the later is preselected`,
    noConflict: 'No conflicts',
  },
  conflicts: {
    title: 'Conflicts',
    count: (count) => String(count),
    cell: 'Cell',
    mine: 'Mine',
    theirs: 'Theirs',
    all: 'Choose for all',
    later: 'Later',
    allMine: 'All mine',
    allTheirs: 'All theirs',
    suggestion: 'later',
    suggestionHint: 'by the devices’ clocks; only a suggestion, as clocks may be wrong',
    keep: 'Keep',
    remove: 'Delete',
    deletedOrChanged: 'deleted on one side, changed on the other',
    known: 'was in conflict before',
    noMine: 'not here',
    pick: (cell) => `${cell}: which one`,
    more: (count) => `Show ${count} more`,
  },
  list: {
    title: 'Will be updated',
    all: 'All',
    filter: 'Filter by sheet',
    part: 'Sheet',
    row: 'Row',
    column: 'Column',
    now: 'Now',
    then: 'Becomes',
    who: 'By',
    when: 'When',
    added: 'new',
    removed: 'deleted',
    wholeRow: 'whole row',
  },
  outside: {
    title: 'Changes that are not taken',
    text: 'They have only a part of the plan and may return actuals, notes and reports. These were not merged:',
  },
  effect: {
    title: 'What it comes to',
    now: 'Now',
    then: 'Merged',
    same: 'unchanged',
    goal: 'Goal',
    won: 'Won',
    toGo: 'To go',
    inHand: 'Pipeline in hand',
    chance: 'Chance of the goal',
    perDay: (work) => `${work} a day, everybody`,
    pending: 'working it out',
    none: '—',
  },
  who: {
    title: 'Who changed what',
    changed: (name, count) => `${name}: ${count} ${noun(count, 'change')}`,
    until: (parts, when) => `${parts} · until ${when}`,
    part: (part, count) => `${part} ${count}`,
    join: ', ',
    mine: (count) =>
      `${count} ${noun(count, 'cell')} ${isOne(count) ? 'is newer here and stays' : 'are newer here and stay'}`,
    fromFile: (file) => `author of ${file}`,
    nobody: 'an unsigned device',
  },
  ahead: (count, when, who) =>
    `${counted(count, 'change')} by ${who} ${count === 1 ? 'lies' : 'lie'} in the future (up to ${when}): the clock of that device may be wrong. Merging is not affected; “later” leaves them out.`,
  faults: {
    title: 'These no longer fit after merging',
    text: 'All is kept, nothing was changed by itself.',
    parentGone: (who, of) => `${who}: the unit above, “${of}”, is deleted`,
    parentCircle: (who, of) => `${who} and “${of}” are above each other`,
    placeCircle: (who, of, month) =>
      `Before ${month}, ${who} and “${of}” are above each other: these months count where they are now`,
    unitGone: (of, count) => `“${of}” is deleted; ${count} ${noun(count, 'row')} of it ${are(count)} left`,
    measureGone: (of, count) =>
      `Measure “${of}” is deleted; ${count} ${noun(count, 'ratio')} set by hand to it ${are(count)} left`,
    tierGone: (of, count) =>
      `Tier “${of}” is deleted; ${count} ${noun(count, 'row')} of it ${are(count)} left`,
    levelGone: (of, count) =>
      `Level “${of}” is deleted; ${count} ${noun(count, 'reference')} to it ${are(count)} left`,
    segmentGone: (of, count) =>
      `Segment “${of}” is deleted; ${count} ${noun(count, 'row')} of it ${are(count)} left, and count as not split`,
    lockBroken: (what, sum) => `${what}: its goals now add up to ${sum}, which is not what was locked`,
    valueMissing: (what, field) => `${what} lacks “${field}”`,
    totalsDiffer: (month) =>
      `Goals of ${month} were shared out anew on both sides: their total may be nobody’s`,
    chainBroken: (of) => `The chain breaks at “${of}”`,
  },
  bad: {
    title: 'Files that were not read',
    otherPlan: 'belongs to another plan',
  },
  apply: 'Apply merge',
  applying: 'Merging',
  cancel: 'Cancel',
  keep: 'A snapshot is kept first; Ctrl Z takes the whole merge back.',
  local:
    'The files were opened on this device only, nothing was uploaded. Export the result to give it to everybody.',
  applied: 'Merged',
  appliedText: (updated, added) => `${updated} cells updated, ${added} rows added. Ctrl Z takes it back.`,
  notApplied: 'It could not be stored.',
  toPlan: 'To the plan',
  next: (name) => `Go on with “${name}”`,
  sign: {
    title: 'Signature',
    hint: 'Whoever merges your file sees who changed what. Written into later changes only.',
    label: 'Signature',
  },
};
