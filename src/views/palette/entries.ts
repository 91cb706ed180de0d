import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatMonth } from '../../i18n/numbers.ts';
import { addMonths } from '../../model/time.ts';
import { WHY } from '../../sheets/reason.ts';
import { LOOK_BACK, SHEETS } from '../../state/desk.svelte.ts';
import { scenariosOf } from '../../state/scenarios.ts';
import { narrow } from '../../ui/narrow.svelte.ts';
import { setTheme, THEMES } from '../../ui/theme.svelte.ts';
import { chooseLanguage } from '../shell/choices.ts';
import {
  duplicatePlan,
  exportPlan,
  exportWorkbook,
  openPlanFiles,
  removePlan,
} from '../shell/plan-actions.ts';
import { planName } from '../shell/plan-menu.ts';
import { newWhatIf, untitled } from '../what-if/actions.ts';
import { unitTree } from '../shell/units.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';
import type { Entry } from './search.ts';

/** All that the palette can find now. */
export const paletteEntries = (work: Workspace): Entry[] =>
  work.session
    ? [
        ...people(work),
        ...sheets(work),
        ...months(work),
        ...whatIfs(work),
        ...sheetCommands(work),
        ...planCommands(work),
        ...commands(work),
      ]
    : commands(work);

function people(work: Workspace): Entry[] {
  return unitTree(work.session?.ofKind('unit') ?? []).map((unit) => ({
    id: `unit ${unit.key}`,
    group: 'people',
    label: unit.name,
    detail: unit.path,
    run: () => showUnit(work, unit.key),
  }));
}

/** A member's chain: on a phone its own page, else the why panel beside the Backcast. */
function showUnit(work: Workspace, unit: string): void {
  if (narrow.current) {
    work.goTo('people', unit);
    return;
  }
  const { desk } = work;
  desk.why = { unit, measure: WHY.perDay };
  desk.panelOpen = true;
  work.goTo('backcast');
}

const sheets = (work: Workspace): Entry[] =>
  [...SHEETS, ...LOOK_BACK].map((sheet, i) => ({
    id: `sheet ${sheet}`,
    group: 'sheets',
    label: t().app.nav[sheet],
    also: sheet,
    ...(i < SHEETS.length && { keys: `Alt ${i + 1}` }),
    run: () => work.goTo(sheet),
  }));

const months = (work: Workspace): Entry[] =>
  Array.from({ length: 36 }, (_, i) => addMonths(work.desk.month, i < 24 ? i : 23 - i)).map((month) => ({
    id: `month ${month}`,
    group: 'months',
    label: formatMonth(month, currentLanguage()),
    also: month,
    run: () => (work.desk.month = month),
  }));

/** The what-ifs beside the plan, and a new one. */
function whatIfs(work: Workspace): Entry[] {
  const { whatIf, newWhatIf: add } = t().app.nav;
  const known = work.session ? scenariosOf(work.session) : [];
  return [
    {
      id: 'what-if',
      group: 'commands',
      label: add,
      also: 'what-if',
      run: () => newWhatIf(work, untitled(work)),
    },
    ...known.map(({ key, name }): Entry => ({
      ...{ id: `what-if ${key}`, group: 'commands', label: `${whatIf}: ${name}`, also: 'what-if' },
      run: () => void work.suppose(key),
    })),
  ];
}

/** What the sheet on the screen does for a key. */
function sheetCommands(work: Workspace): Entry[] {
  const { find, replace } = t().help.rows;
  if (work.route.at !== 'plan' || !SHEETS.some((sheet) => sheet === work.desk.screen)) return [];
  return [
    {
      id: 'find',
      group: 'commands',
      label: find,
      also: 'find',
      keys: 'Ctrl F',
      run: () => (work.asked = 'find'),
    },
    {
      ...{ id: 'replace', group: 'commands', label: replace, also: 'replace', keys: 'Ctrl H' },
      run: () => (work.asked = 'replace'),
    },
    {
      ...{ id: 'history', group: 'commands', label: t().app.cellHistory, also: 'history log' },
      run: () => (work.asked = 'history'),
    },
    ...(work.desk.screen === 'goals' ? [goalLock(work)] : []),
  ];
}

const goalLock = (work: Workspace): Entry => ({
  ...{ id: 'lock', group: 'commands', label: t().help.rows.lock, also: 'lock unlock', keys: 'Alt L' },
  run: () => (work.asked = 'lock'),
});

function planCommands(work: Workspace): Entry[] {
  const words = t().app.planMenu;
  const id = work.session?.planId ?? '';
  const name = planName(work);
  const entry = (key: keyof typeof words, run: () => void, keys?: string): Entry => ({
    id: `plan ${key}`,
    group: 'commands',
    label: words[key],
    also: key,
    ...(keys && { keys }),
    run,
  });
  return [
    { id: 'undo', group: 'commands', label: t().app.undo, keys: 'Ctrl Z', run: () => void work.undo() },
    { id: 'redo', group: 'commands', label: t().app.redo, keys: 'Ctrl Y', run: () => void work.redo() },
    entry('import', () => work.goTo('import')),
    entry('export', () => void exportPlan(work, id)),
    entry('workbook', () => void exportWorkbook(work)),
    entry('rename', () => (work.renaming = { id, name })),
    entry('duplicate', () => void duplicatePlan(work, id, name)),
    entry('print', () => print(), 'Ctrl P'),
    {
      id: 'versions',
      group: 'commands',
      label: t().app.nav.versions,
      also: 'versions history log storage backup',
      run: () => work.goTo('versions'),
    },
    entry('settings', () => work.goTo('settings')),
    entry('remove', () => void removePlan(work, id, name)),
  ];
}

function commands(work: Workspace): Entry[] {
  const { planMenu, theme, language } = t().app;
  const command = (id: string, label: string, run: () => void, keys?: string): Entry => ({
    id,
    group: 'commands',
    label,
    also: id,
    ...(keys && { keys }),
    run,
  });
  return [
    command('new', planMenu.new, () => (location.hash = '#/new')),
    command('open', planMenu.open, () => void openPlanFiles(work)),
    command('plans', planMenu.all, () => (location.hash = '#/plans')),
    ...THEMES.map((each) => command(`theme ${each}`, `${theme.label}: ${theme[each]}`, () => setTheme(each))),
    command('language zh', `${language.label}: ${language.zh}`, () => void chooseLanguage('zh-CN')),
    command('language en', `${language.label}: ${language.en}`, () => void chooseLanguage('en')),
    command('help', t().help.label, () => (work.helpOpen = true), '?'),
  ];
}
