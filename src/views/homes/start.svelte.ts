import { fetchMessages } from '../../i18n/i18n.svelte.ts';
import type { PlanSession } from '../../state/contract.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';
import { hasHome } from './flag.ts';
import { Home } from './home.svelte.ts';
import Note from './Note.svelte';

export interface Beside {
  readonly part: typeof Note;
  readonly home: Home;
}

const homes = new WeakMap<PlanSession, Home>();

/** The second home of this open plan; the same one for all who ask. */
export function homeOf(work: Workspace, session: PlanSession): Home {
  const present = homes.get(session);
  if (present) return present;
  const home = new Home(work, session);
  homes.set(session, home);
  void begin(home);
  return home;
}

async function begin(home: Home): Promise<void> {
  await fetchMessages('versions');
  await home.start();
  const { work, session } = home;
  work.beside = { part: Note, home };
  // Another plan, or none, takes this one's place.
  const stop = $effect.root(() => {
    $effect(() => {
      if (work.session === session) return;
      home.end();
      if (work.beside?.home === home) work.beside = null;
      queueMicrotask(() => stop());
    });
  });
}

/** From now on every plan that is opened and has a second home goes on with it. */
export function followHomes(work: Workspace): void {
  $effect.root(() => {
    $effect(() => {
      if (work.session && hasHome(work.session.planId)) homeOf(work, work.session);
    });
  });
}
