import { alive, type Rec, type RecLookup } from '../../model/facts/index.ts';
import { ALL_SEGMENTS, keysOf, kindOf, recordId } from '../../model/ids.ts';
import type { Json, Values } from '../../model/json.ts';
import type { MergeFault } from '../../model/merging.ts';
import { checkChain } from '../../model/chain-check.ts';
import { REVENUE } from '../../model/records/measure.ts';
import { parseMeasure } from '../../model/records/read.ts';
import { ALL_LEVELS } from '../../model/records/tier.ts';
import { missingIn } from '../../model/validate.ts';
import { brokenLocks } from './broken-locks.ts';
import { placeCircles } from './place-circles.ts';

type Found = Pick<MergeFault, 'code' | 'of'>;

/** Kinds whose first key is a unit, and those with a field for each measure. */
const OF_UNIT = new Set([
  ...[
    'history',
    'goal',
    'lock',
    'spreadBy',
    'task',
    'proposal',
    'inHand',
    'override',
    'actual',
    'systemActual',
    'monthToDate',
    'handedOut',
    'catchUp',
  ],
]);

/** The live records of one state of a plan. */
class State {
  readonly #recs: RecLookup;
  readonly #there = new Map<string, boolean>();
  constructor(recs: RecLookup) {
    this.#recs = recs;
  }

  get(id: string): Values | null {
    const rec = this.#recs.get(id);
    return alive(rec) ? rec.v : null;
  }

  /** Few are asked for again and again. */
  has(id: string): boolean {
    const known = this.#there.get(id) ?? this.get(id) !== null;
    this.#there.set(id, known);
    return known;
  }

  /** What the record refers to in vain, and what it lacks. */
  faultsOf(id: string): Found[] {
    const values = this.get(id);
    if (!values) return [];
    const kind = kindOf(id);
    const missing = missingIn(id, values).map(({ at }): Found => ({
      code: 'valueMissing',
      of: at?.field ?? '',
    }));
    return [...missing, ...this.#references(kind, id, values)];
  }

  #references(kind: string, id: string, values: Values): Found[] {
    const [first = '', second = ''] = keysOf(id);
    if (kind === 'unit')
      return [...this.#parent(first, values), ...this.#wanted('levelGone', 'level', values['level'])];
    if (kind === 'tierLine')
      return [
        ...this.#wanted('tierGone', 'tier', first),
        ...(second === ALL_LEVELS ? [] : this.#wanted('levelGone', 'level', second)),
      ];
    if (kind === 'segment') return this.#wanted('segmentGone', 'segment', values['parent']);
    if (kind === 'place')
      return [
        ...this.#wanted('unitGone', 'unit', first),
        ...this.#wanted('unitGone', 'unit', values['parent']),
      ];
    const segment = segmentOf(kind, id);
    if (segment !== null)
      return [...this.#wanted('unitGone', 'unit', first), ...this.#wanted('segmentGone', 'segment', segment)];
    if (kind === 'override')
      return [...this.#wanted('unitGone', 'unit', first), ...this.#wanted('measureGone', 'measure', second)];
    if (OF_UNIT.has(kind)) return this.#wanted('unitGone', 'unit', first);
    if (kind === 'note' || kind === 'alias') return this.#wanted('unitGone', 'unit', values['unit']);
    return [];
  }

  #wanted(
    code: Found['code'],
    kind: 'unit' | 'measure' | 'tier' | 'level' | 'segment',
    key: Json | undefined,
  ): Found[] {
    if (typeof key !== 'string' || this.has(recordId[kind](key))) return [];
    return [{ code, of: key }];
  }

  #parent(key: string, values: Values): Found[] {
    const { parent } = values;
    if (typeof parent !== 'string') return [];
    if (!this.has(recordId.unit(parent))) return [{ code: 'parentGone', of: parent }];
    return this.#circles(key, parent) ? [{ code: 'parentCircle', of: parent }] : [];
  }

  #circles(key: string, parent: string): boolean {
    const passed = new Set([key]);
    for (
      let at: Json = parent;
      typeof at === 'string';
      at = this.get(recordId.unit(at))?.['parent'] ?? null
    ) {
      if (passed.has(at)) return true;
      passed.add(at);
    }
    return false;
  }
}

/** The segment that a goal, a lock or a way of sharing is of; null = of all of them, or of none. */
function segmentOf(kind: string, id: string): string | null {
  const [, , third, fourth] = keysOf(id);
  if (kind === 'goal') return third ?? null;
  return (kind === 'lock' || kind === 'spreadBy') && fourth !== ALL_SEGMENTS ? (fourth ?? null) : null;
}

const REFERRED_TO = new Set(['unit', 'measure', 'tier', 'level', 'segment']);

/** Nothing can lose what it refers to unless something of these kinds went; else only what came or changed is looked at. */
function suspects(mine: ReadonlyMap<string, Rec>, changed: ReadonlyMap<string, Rec>): Iterable<string> {
  const lost = [...changed].some(([id, rec]) => REFERRED_TO.has(kindOf(id)) && !alive(rec));
  return lost ? new Set([...mine.keys(), ...changed.keys()]) : changed.keys();
}

/**
 * References and required fields that fail once `changed` is in, and did not before: each once, with how many records
 * show it. Nothing is changed by it.
 */
export function recheck(mine: ReadonlyMap<string, Rec>, changed: ReadonlyMap<string, Rec>): MergeFault[] {
  const before = new State(mine);
  const after = new State({ get: (id) => changed.get(id) ?? mine.get(id) });
  const faults = new Map<string, MergeFault>();
  for (const id of suspects(mine, changed)) {
    const found = after.faultsOf(id);
    if (!found.length) continue;
    const old = new Set(before.faultsOf(id).map(({ code, of }) => `${code} ${of}`));
    for (const { code, of } of found) {
      if (old.has(`${code} ${of}`)) continue;
      const own = code === 'valueMissing' || code === 'parentGone' || code === 'parentCircle';
      const key = `${code} ${of} ${own ? id : ''}`;
      const known = faults.get(key);
      faults.set(key, { code, of, id: known?.id ?? id, count: (known?.count ?? 0) + 1 });
    }
  }
  const sides = [mine, changed, (id: string) => before.get(id), (id: string) => after.get(id)] as const;
  return [
    ...faults.values(),
    ...chainFaults(mine, changed, before, after),
    ...placeCircles(...sides),
    ...brokenLocks(...sides),
  ];
}

/** Where the measures, each right in itself, make no chain any more. */
function chainFaults(
  mine: ReadonlyMap<string, Rec>,
  changed: ReadonlyMap<string, Rec>,
  before: State,
  after: State,
): MergeFault[] {
  if (![...changed.keys()].some((id) => kindOf(id) === 'measure')) return [];
  const ids = [...new Set([...mine.keys(), ...changed.keys()])].filter((id) => kindOf(id) === 'measure');
  const old = new Set(breaksOf(before, ids));
  return breaksOf(after, ids)
    .filter((key) => !old.has(key))
    .map((key) => ({ code: 'chainBroken', id: recordId.measure(key), of: key, count: 1 }));
}

/** Keys of the measures at which it breaks; the result's, where it is the chain as a whole. */
function breaksOf(state: State, ids: readonly string[]): string[] {
  const measures = ids.flatMap((id) => {
    const values = state.get(id);
    return values ? [parseMeasure(keysOf(id)[0] ?? '', values)] : [];
  });
  const chain = measures
    .sort((a, b) => a.order - b.order)
    .map((measure) => ({ ...measure, label: measure.name ?? measure.key, storedAs: null }));
  return [...new Set(checkChain(chain).map(({ measure }) => measure ?? REVENUE))];
}
