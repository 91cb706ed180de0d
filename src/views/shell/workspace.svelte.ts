import { t, withMessages } from '../../i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import type { Day } from '../../model/time.ts';
import type { PlannerClient } from '../../planner/client.ts';
import type { PlanFilesRead, PlanSession, PlanShelf, StepLabel } from '../../state/contract.ts';
import { onNewDay, today } from '../../state/device.ts';
import { Desk } from '../../state/desk.svelte.ts';
import type { ScenarioSession } from '../../state/scenario-session.ts';
import { planHome } from '../../ui/home.ts';
import { readPreference, writePreference } from '../../ui/preferences.ts';
import { formatRoute, parseRoute, planRoute, type PlanScreen, type Route } from '../../ui/route.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import type { LockedFile } from '../share/unpack.ts';
import type { Beside } from '../homes/start.svelte.ts';
import { recallDesk } from './desk-memory.ts';
import { follow } from './follow.ts';
import { takeLink } from './taken-link.ts';
import { runningMonth } from './running.ts';

/** The preference that names the plan a visit begins with; without it, it is the first run. */
export const LAST_PLAN = 'lastPlan';

/** What the import screen starts from, handed over by a paste or a drop elsewhere. */
export type ImportSource = { readonly text: string } | { readonly file: File };

/** The app between its screens: the address, the open plan and what both share. One per page. */
export class Workspace {
  readonly shelf: PlanShelf;
  /** The day on this device's calendar. */
  today = $state<Day>('');
  readonly desk = new Desk();
  route = $state.raw<Route>({ at: 'home' });
  session = $state.raw<PlanSession | null>(null);
  /** The plan of the address is being opened, is open, or is not on this device. */
  opening = $state<'none' | 'opening' | 'open' | 'missing'>('none');
  /** Key of the what-if that is open beside the plan; null = none. */
  scenario = $state<string | null>(null);
  /** The open what-if; null too where its record is gone. */
  readonly whatIf: ScenarioSession | null = $derived.by(() => {
    const { session, known } = this;
    return session && known !== null && this.#whatIfs ? new this.#whatIfs(session, known) : null;
  });
  /** The plan that views show and change: with what is supposed, while a what-if is open. */
  readonly shown: PlanSession | null = $derived(this.whatIf ?? this.session);
  private readonly known: string | null = $derived.by(() => {
    follow(this.session?.revision);
    const { scenario } = this;
    return scenario !== null && this.session?.get(recordId.scenario(scenario)) ? scenario : null;
  });
  paletteOpen = $state(false);
  /** Typed for the palette before its code was here. */
  typed = '';
  helpOpen = $state(false);
  /** The panel in which the plan is given away. */
  sharing = $state(false);
  /** A file that waits for its passphrase. */
  locked = $state.raw<LockedFile | null>(null);
  /** What the sheet on the screen is to open once the palette has closed. */
  asked = $state<'find' | 'replace' | 'history' | 'lock' | null>(null);
  /** Plan files that have been read, while it is asked how to open them. */
  opened = $state.raw<PlanFilesRead | null>(null);
  /** Files that are merged on their screen, and the plans that follow. */
  merging = $state.raw<{ readonly files: PlanFilesRead; readonly plans: readonly string[] } | null>(null);
  /** What a second home says beside the plan's being saved. */
  beside = $state.raw<Beside | null>(null);
  /** Why a file was not opened; shown in a dialog. */
  refusal = $state.raw<{ file: string; text: string } | null>(null);
  /** The plan whose name is being changed. */
  renaming = $state.raw<{ id: string; name: string } | null>(null);
  importSource = $state.raw<ImportSource | null>(null);
  /** Where the import screen leads back to. */
  importFrom: PlanScreen = 'history';
  #wanted: string | null = null;
  /** Fetched with the first what-if that is opened. */
  #whatIfs: typeof ScenarioSession | null = null;

  /** A planner for a plan that is not kept. */
  readonly newPlanner: () => PlannerClient;

  constructor(shelf: PlanShelf, today: Day, newPlanner: () => PlannerClient) {
    this.shelf = shelf;
    this.today = today;
    this.newPlanner = newPlanner;
    this.desk.month = today.slice(0, 7);
    recallDesk(this.desk);
  }

  /** Listens to the address and to the clock until the returned function is called. */
  listen(): () => void {
    const follow = () => void this.follow(parseRoute(location.hash));
    const changed = () => {
      this.takeLink(takeLink(formatRoute(this.route)));
      follow();
    };
    addEventListener('hashchange', changed);
    follow();
    const stopClock = onNewDay(
      () => this.today,
      (day) => this.turnTo(day),
    );
    return () => {
      removeEventListener('hashchange', changed);
      stopClock();
    };
  }

  /** What a link brought is asked about as a file is. */
  takeLink(link: string | null): void {
    if (link !== null)
      void withMessages('share', import('../share/take-link.ts')).then(({ openLink }) =>
        openLink(this, link),
      );
  }

  /** A page that was left open overnight: a desk that was at the running month goes on with it. */
  turnTo(day: Day): void {
    const { session } = this;
    const follows = session !== null && this.desk.month === runningMonth(session);
    this.today = day;
    session?.turnTo(day);
    if (session && follows) this.desk.month = runningMonth(session);
  }

  /** Before anything is entered for today: midnight may have passed since the clock was last looked at. */
  lookAtClock(): void {
    if (today() !== this.today) this.turnTo(today());
  }

  async follow(route: Route): Promise<void> {
    if (route.at === 'home') {
      this.goHome();
      return;
    }
    this.route = route;
    this.paletteOpen = false;
    this.helpOpen = false;
    if (route.at !== 'plan') return;
    if (isDeskScreen(route.screen)) this.desk.screen = route.screen;
    await this.#open(route.plan);
  }

  goHome(): void {
    const last =
      this.shelf.plans.find((plan) => plan.id === readPreference(LAST_PLAN)) ?? this.shelf.plans[0];
    history.replaceState(null, '', last ? planHome(last.id) : formatRoute({ at: 'new' }));
    void this.follow(parseRoute(location.hash));
  }

  goTo(screen: PlanScreen, unit: string | null = null): void {
    if (this.session) location.hash = planRoute(this.session.planId, screen, unit);
  }

  /** Opens a what-if beside the plan, or closes it (null); the plan stands until it is there. */
  async suppose(key: string | null): Promise<void> {
    const { session } = this;
    if (key !== null) this.#whatIfs ??= (await import('../../state/scenario-session.ts')).ScenarioSession;
    if (session === this.session) this.scenario = key;
  }

  /** Creates a plan from records and opens it. */
  async create(name: string, records: readonly RecordEntry[]): Promise<void> {
    const session = await this.shelf.create(name, records);
    this.#take(session);
    location.hash = planHome(session.planId);
  }

  /** Creates a plan and goes on to match the columns of a file by hand. */
  async createAndImport(plan: { name: string; records: readonly RecordEntry[] }): Promise<void> {
    const session = await this.shelf.create(plan.name, plan.records);
    this.#take(session);
    location.hash = planRoute(session.planId, 'import');
  }

  async #open(planId: string): Promise<void> {
    this.#wanted = planId;
    if (this.session?.planId === planId) return;
    this.#drop();
    this.opening = 'opening';
    const session = await this.shelf.open(planId);
    if (this.session?.planId === planId) return;
    // Another plan was asked for in the meantime: this one is not shown.
    if (this.#wanted !== planId) return session?.close();
    if (session) this.#take(session);
    else this.opening = 'missing';
  }

  #take(session: PlanSession): void {
    this.#drop();
    this.#wanted = session.planId;
    this.session = session;
    this.opening = 'open';
    writePreference(LAST_PLAN, session.planId);
    this.desk.scope = null;
    this.desk.why = null;
    this.desk.month = runningMonth(session);
  }

  #drop(): void {
    this.session?.close();
    this.session = null;
    this.scenario = null;
    this.opening = 'none';
  }

  /** Everything on this device is about to go. */
  forgetAll(): void {
    this.#wanted = null;
    this.#drop();
  }

  /** Forgets the open plan, because it was deleted. */
  leave(): void {
    this.#wanted = null;
    this.#drop();
    location.hash = formatRoute({ at: 'plans' });
  }

  async undo(): Promise<void> {
    const { session } = this;
    const step = session?.undoStep;
    if (!session || !step) return;
    const skipped = await session.undo();
    if (!session.readOnly) this.#tell(t().app.undone(stepText(step)), skipped);
  }

  async redo(): Promise<void> {
    const { session } = this;
    const step = session?.redoStep;
    if (!session || !step) return;
    const skipped = await session.redo();
    if (!session.readOnly) this.#tell(t().app.redone(stepText(step)), skipped);
  }

  #tell(done: string, skipped: readonly string[]): void {
    showToast({ text: skipped.length > 0 ? `${done}; ${t().app.skippedCells(skipped.length)}` : done });
  }
}

const BESIDE_DESK: ReadonlySet<PlanScreen> = new Set(['today', 'tiers', 'people', 'more', 'merge']);
const isDeskScreen = (
  screen: PlanScreen,
): screen is Exclude<PlanScreen, 'today' | 'tiers' | 'people' | 'more' | 'merge'> => !BESIDE_DESK.has(screen);

export const stepText = (step: StepLabel): string => t().app.steps[step.code](step.count);
