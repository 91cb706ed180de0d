const HOLDS_FILE = /^#\/take\//i;

/** The fragment in which a link brings a plan's part, out of the address before anything else can read it; null = none. */
export function takeLink(back = '#/'): string | null {
  const { hash } = location;
  if (!HOLDS_FILE.test(hash)) return null;
  history.replaceState(null, '', back);
  return hash;
}
