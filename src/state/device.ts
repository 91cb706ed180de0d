/** Today in this device's own time zone. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const MINUTE = 60_000;

/**
 * Calls back when it is another day than `known` says: midnight has passed, or the time zone is another. At the latest a
 * minute later, or as soon as the page is looked at again.
 */
export function onNewDay(known: () => string, turned: (day: string) => void): () => void {
  const look = () => {
    const now = today();
    if (now !== known()) turned(now);
  };
  // A timer to midnight would stand still while the device sleeps.
  const timer = setInterval(look, MINUTE);
  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pageshow', look);
  };
}
