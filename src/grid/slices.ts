/** Long work in slices, so that no frame waits for it. Returns how to stop it. */
export function inSlices(work: Iterator<void>, afterSlice: (done: boolean) => void, budget = 6): () => void {
  let stopped = false;
  const slice = () => {
    if (stopped) return;
    const end = performance.now() + budget;
    let done: boolean;
    do done = work.next().done === true;
    while (!done && performance.now() < end);
    afterSlice(done);
    if (!done) setTimeout(slice);
  };
  slice();
  return () => {
    stopped = true;
  };
}
