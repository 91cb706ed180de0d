/** Whether the way up from a unit comes back to it. */
export function isOnCircle(key: string, parentOf: (key: string) => string | null): boolean {
  const passed = new Set<string>();
  for (let up = parentOf(key); up !== null && !passed.has(up); up = parentOf(up)) {
    if (up === key) return true;
    passed.add(up);
  }
  return false;
}
