/** One thing that the palette can lead to. */
export interface Entry {
  readonly id: string;
  readonly group: 'people' | 'sheets' | 'months' | 'commands';
  readonly label: string;
  /** Muted words behind the label. */
  readonly detail?: string;
  readonly keys?: string;
  /** Other words that find it. */
  readonly also?: string;
  run(): void;
}

const GROUPS = ['people', 'sheets', 'months', 'commands'] as const;
const PER_GROUP = 8;
const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** 3 begins with the words, 2 has a word that begins so, 1 contains them, 0 not at all. */
export function rank(entry: Entry, query: string): number {
  const wanted = fold(query.trim());
  if (!wanted) return 1;
  const label = fold(entry.label);
  if (label.startsWith(wanted)) return 3;
  if (label.split(/[\s·▸-]+/).some((word) => word.startsWith(wanted))) return 2;
  return `${label} ${fold(entry.also ?? '')}`.includes(wanted) ? 1 : 0;
}

/** What matches, best first within its group, groups in a fixed order, few of each. */
export function find(entries: readonly Entry[], query: string): Entry[] {
  const ranked = entries
    .map((entry) => ({ entry, score: rank(entry, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return GROUPS.flatMap((group) =>
    ranked
      .filter(({ entry }) => entry.group === group)
      .slice(0, PER_GROUP)
      .map(({ entry }) => entry),
  );
}
