import type { PlanState } from './plan-state.ts';

/**
 * Answers of one question about a state, by key, as long as nothing of the plan changes: several screens and rules ask the
 * same one.
 */
export function keptWhileUnchanged<T>(): (state: PlanState, key: string, make: () => T) => T {
  const states = new WeakMap<PlanState, { readonly version: number; readonly made: Map<string, T> }>();
  return (state, key, make) => {
    const { version } = state;
    let known = states.get(state);
    if (known?.version !== version) states.set(state, (known = { version, made: new Map<string, T>() }));
    const { made } = known;
    if (!made.has(key)) made.set(key, make());
    return made.get(key)!;
  };
}
