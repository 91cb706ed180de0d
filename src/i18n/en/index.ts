import type { Messages } from '../zh-CN/index.ts';
import { actuals } from './actuals.ts';
import { app } from './app.ts';
import { cells } from './cells.ts';
import { chain } from './chain.ts';
import { charts } from './charts.ts';
import { daily } from './daily.ts';
import { agree } from './agree.ts';
import { alerts, dashboard } from './dashboard.ts';
import { desk } from './desk.ts';
import { failures } from './failures.ts';
import { goals } from './goals.ts';
import { grid } from './grid.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { homes } from './homes.ts';
import { importGoals, imports } from './imports.ts';
import { load } from './load.ts';
import { merge } from './merge.ts';
import { odds } from './odds.ts';
import { palette } from './palette.ts';
import { phone } from './phone.ts';
import { places } from './places.ts';
import { quickstart } from './quickstart.ts';
import { reasons } from './reasons.ts';
import { reorg } from './reorg.ts';
import { review } from './review.ts';
import { reports } from './reports.ts';
import { settings } from './settings.ts';
import { share } from './share.ts';
import { sheets } from './sheets.ts';
import { team } from './team.ts';
import { tiers } from './tiers.ts';
import { ways } from './ways.ts';
import { versions } from './versions.ts';
import { why } from './why.ts';
import { workbook } from './workbook.ts';
import { whatIf } from './what-if.ts';

export const messages: Messages = {
  actuals,
  agree,
  alerts,
  app,
  cells,
  chain,
  charts,
  daily,
  dashboard,
  desk,
  failures,
  goals,
  grid,
  help,
  history,
  homes,
  importGoals,
  imports,
  load,
  merge,
  odds,
  palette,
  phone,
  places,
  quickstart,
  reasons,
  reorg,
  review,
  reports,
  settings,
  share,
  sheets,
  team,
  tiers,
  ways,
  versions,
  why,
  workbook,
  whatIf,
};
