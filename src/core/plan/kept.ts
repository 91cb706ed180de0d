import type { PlanState } from './plan-state.ts';

/**
 * Answers of one question about a state, by key, as long as nothing of the plan changes: several screens and rules ask the
 * same one.
 */
export const keptWhileUnchanged = <T>(): Kept<T> => keptAt(({ version }) => version);

/** The same of what has nothing to do with the goals: as long as nothing but goals, and what is said of them, changes. */
export const keptWhileRecordLasts = <T>(): Kept<T> => keptAt(({ recordVersion }) => recordVersion);

type Kept<T> = (state: PlanState, key: string, make: () => T) => T;

function keptAt<T>(versionOf: (state: PlanState) => number): Kept<T> {
  const states = new WeakMap<PlanState, { readonly version: number; readonly made: Map<string, T> }>();
  return (state, key, make) => {
    const version = versionOf(state);
    let known = states.get(state);
    if (known?.version !== version) states.set(state, (known = { version, made: new Map<string, T>() }));
    const { made } = known;
    if (!made.has(key)) made.set(key, make());
    return made.get(key)!;
  };
}
