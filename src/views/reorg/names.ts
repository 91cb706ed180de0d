import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatDay, formatMoney, formatMonth } from '../../i18n/numbers.ts';
import type { Change } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { isDay, type Month } from '../../model/time.ts';
import { NO_NUMBER } from '../../sheets/figures.ts';
import type { PlanSession } from '../../state/contract.ts';
import { textOr } from '../shell/follow.ts';
import { settingsOf } from '../shell/settings-of.ts';

/** So many are called by their names. */
const FEW = 3;

/** How units, months and money are written. */
export class Names {
  readonly #language = currentLanguage();
  readonly #currency: string;

  /** `made`: changes that are asked about; who is new has a name in them only. */
  constructor(
    private readonly session: Pick<PlanSession, 'get'>,
    private readonly made: readonly Change[] = [],
  ) {
    this.#currency = settingsOf(session).currency;
  }

  unit(key: string): string {
    return textOr(this.#values(key)?.['name'], NO_NUMBER);
  }

  /** A few by their names, more by how many they are. */
  all(keys: readonly string[]): string {
    if (keys.length <= FEW) return this.list(keys);
    const reps = keys.filter((key) => this.#values(key)?.['kind'] === 'rep').length;
    const { several } = t().reorg;
    return reps === keys.length
      ? several.reps(reps)
      : reps === 0
        ? several.teams(keys.length)
        : several.both(keys.length);
  }

  #values(key: string): Values | undefined {
    const id = recordId.unit(key);
    const own = this.made.find((change) => 'create' in change && change.create === id);
    return this.session.get(id) ?? (own && 'create' in own ? own.values : undefined);
  }

  list(keys: readonly string[]): string {
    return keys.map((key) => this.unit(key)).join(t().reorg.comma);
  }

  month(month: Month): string {
    return formatMonth(month, this.#language);
  }

  day(day: string): string {
    return isDay(day) ? formatDay(day, this.#language, { dateStyle: 'medium' }) : '';
  }

  money(minor: number): string {
    return Number.isNaN(minor) ? NO_NUMBER : formatMoney(minor, this.#language, this.#currency);
  }

  /** With its sign; nothing where nothing changes. */
  change(before: number, after: number): string {
    const more = (after || 0) - (before || 0);
    return more === 0 ? '' : `${more > 0 ? '+' : '−'}${this.money(Math.abs(more))}`;
  }
}
