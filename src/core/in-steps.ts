/** Work that can be left, and let others have their turn, at each step; it tells about how far it has come (0 to 1). */
export type InSteps<T> = Generator<number, T>;

/** The same at one go. */
export function atOneGo<T>(steps: InSteps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** At most so many steps; null = it was not done by then. */
export function* atMost<T>(steps: InSteps<T>, most: number): InSteps<T | null> {
  for (let taken = 0; taken < most; taken++) {
    const step = steps.next();
    if (step.done) return step.value;
    yield step.value;
  }
  return null;
}
