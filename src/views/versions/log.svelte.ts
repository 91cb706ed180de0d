import type { Failure } from '../../model/failure.ts';
import type { RecordSheet } from '../../model/sheet-of.ts';
import type { ChangeLog, LogAct, LogFilter } from '../../storage/versions/log.ts';
import { unitTree } from '../shell/units.ts';
import type { VersionDesk } from './desk.svelte.ts';
import type { Person } from './people.ts';

const DAY_MS = 86_400_000;
export const LOG_TIMES = ['day', 'week', 'month'] as const;
export type LogTime = (typeof LOG_TIMES)[number];
const ACTS = 60;
const EACH = 3;
const MORE_CELLS = 300;

/** From the midnight before which nothing is asked for. */
function since(time: LogTime | null): number | null {
  if (time === null) return null;
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return midnight.getTime() - { day: 0, week: 6, month: 29 }[time] * DAY_MS;
}

/** The change log on the screen: what is asked for, and what came. */
export class LogDesk {
  person = $state.raw<Person | null>(null);
  sheet = $state<RecordSheet | null>(null);
  unit = $state<string | null>(null);
  time = $state<LogTime | null>(null);
  acts = $state(ACTS);
  open = $state.raw<Pick<LogAct, 'by' | 'n' | 'sheet'> | null>(null);
  log = $state.raw<ChangeLog | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly #desk: VersionDesk;
  #asked = 0;

  constructor(desk: VersionDesk, unit: string | null) {
    this.#desk = desk;
    this.unit = unit;
  }

  /** What is asked for; reading it makes an effect follow it. */
  get filter(): LogFilter {
    return {
      writers: this.person?.writers ?? null,
      sheet: this.sheet,
      units: this.unit === null ? null : this.#below(this.unit),
      from: since(this.time),
      to: null,
    };
  }

  more(): void {
    this.acts += ACTS;
  }

  async read(filter: LogFilter): Promise<void> {
    const asked = ++this.#asked;
    const { session } = this.#desk;
    const shown = {
      acts: this.acts,
      each: EACH,
      openLimit: MORE_CELLS,
      ...(this.open && { open: this.open }),
    };
    const seq = await session.settled();
    const read = await this.#desk.off((worker, database) =>
      worker.work.log({ database, plan: session.planId, seq }, filter, shown),
    );
    if (!read || asked !== this.#asked) return;
    this.failure = read.ok ? null : read.failure;
    if (read.ok) this.log = read.value;
  }

  /** A unit with all that belong to it. */
  #below(unit: string): string[] {
    const tree = unitTree(this.#desk.session.ofKind('unit'));
    const at = tree.findIndex(({ key }) => key === unit);
    const level = tree[at]?.level ?? 0;
    const end = tree.findIndex((each, i) => i > at && each.level <= level);
    return tree.slice(at, end < 0 ? undefined : end).map(({ key }) => key);
  }
}
