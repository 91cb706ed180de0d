/** Writer → highest number of that writer known ON ONE CELL. */
export interface Seen {
  readonly [by: string]: number;
}

/**
 * Who wrote a fact, and what they knew of its cell. `by`: the writer; `n`: its counter, one per commit; `at`: wall
 * clock in ms, for people and preselection only; `seen`: the cell's past, own number included.
 */
export interface Stamp {
  readonly by: string;
  readonly n: number;
  readonly at: number;
  readonly seen: Seen;
}

/**
 * One page load, kept in memory only: a stored identity would stamp different facts alike after a profile is cloned.
 * `commitStep` raises `n`; a put-back undo makes it another writer in place.
 */
export interface Writer {
  by: string;
  n: number;
}

/** 64 random bits: no meaning, URL-safe. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const newWriter = (): Writer => ({ by: randomId(), n: 0 });

/** Its numbers so far stay with the old identity, which never writes again. */
export function renewWriter(writer: Writer): void {
  writer.by = randomId();
  writer.n = 0;
}

const numberIn = (seen: Seen, by: string): number => (Object.hasOwn(seen, by) ? seen[by]! : 0);

// Equal stamps are one object: records that share one are told apart by identity, and memory holds it once.
const interned = new Map<string, Stamp>();
const isInterned = new WeakSet<Stamp>();

function keyOf(by: string, n: number, at: number, seen: Seen): string {
  const others = Object.keys(seen).filter((other) => other !== by);
  if (others.length > 1) others.sort();
  return others.reduce((key, other) => `${key} ${other} ${seen[other]!}`, `${by} ${n} ${at}`);
}

/** The one stamp object of these values; `seen` may leave out the writer's own number. */
export function stamp(by: string, n: number, at: number, seen: Seen): Stamp {
  const key = keyOf(by, n, at, seen);
  const known = interned.get(key);
  if (known) return known;
  const made: Stamp = { by, n, at, seen: { ...seen, [by]: n } };
  interned.set(key, made);
  isInterned.add(made);
  return made;
}

/** The one object for a stamp that came from a clone: the database, another tab, a worker. */
export const internStamp = (s: Stamp): Stamp => (isInterned.has(s) ? s : stamp(s.by, s.n, s.at, s.seen));

/** The same act of writing. */
export const sameDot = (a: Stamp, b: Stamp): boolean => a === b || (a.by === b.by && a.n === b.n);

export const hasSeen = (seen: Seen, s: Stamp): boolean => numberIn(seen, s.by) >= s.n;

/** `a` was written by one who knew `b`. */
export const replaces = (a: Stamp, b: Stamp): boolean => hasSeen(a.seen, b) && !sameDot(a, b);

/** Everything that any of the pasts knows. */
export function union(pasts: readonly Seen[]): Seen {
  if (pasts.length === 1) return pasts[0]!;
  const all: Record<string, number> = {};
  for (const past of pasts)
    for (const by of Object.keys(past)) all[by] = Math.max(numberIn(all, by), past[by]!);
  return all;
}
