import { t } from '../../i18n/i18n.svelte.ts';
import type { PlanSession } from '../../state/contract.ts';

/** The writer of rivals that an undo put back goes by the name of the one who undid. */
const origin = (by: string): string => by.replace(/-.*$/, '');

/** What somebody calls himself; else a mark that tells writers apart. */
export function personName(session: PlanSession, by: string): string {
  const name = session.get(`writer/${origin(by)}`)?.['name'];
  return typeof name === 'string' && name !== '' ? name : t().versions.unnamed(origin(by).slice(0, 4));
}

export interface Person {
  readonly name: string;
  readonly writers: readonly string[];
}

/** Writers of one name are one person; in the order of the writers. */
export function peopleOf(session: PlanSession, writers: readonly string[]): Person[] {
  const people = new Map<string, string[]>();
  for (const by of writers) {
    const name = personName(session, by);
    people.set(name, [...(people.get(name) ?? []), by]);
  }
  return [...people].map(([name, all]) => ({ name, writers: all }));
}
