import { shownValues, type FieldScope, type Rec, type Recs } from '../facts/index.ts';
import { keysOf, kindOf, recordId, type RecordKind } from '../ids.ts';
import type { Json } from '../json.ts';
import { ALL_LEVELS } from '../records/tier.ts';

/** Whose part it is: what a record's unit, level or place in the tree has to be. */
export interface SliceScope {
  /** The unit and all below it. */
  readonly units: ReadonlySet<string>;
  /** The units above it, up to the top. */
  readonly above: ReadonlySet<string>;
  /** The job levels of the reps in it. */
  readonly levels: ReadonlySet<string>;
}

type Rule = (scope: SliceScope, id: string, rec: Rec) => boolean | FieldScope;

const everything: Rule = () => true;
const nothing: Rule = () => false;
const first = (id: string): string => keysOf(id)[0] ?? '';
const ofUnit: Rule = ({ units }, id) => units.has(first(id));

/** A unit above is a bare node: where it stands, and what its people inherit from it. */
const INHERITED = new Set(['name', 'kind', 'parent', 'order', 'pattern', 'workMinutes', 'adminMinutes']);
const isInherited: FieldScope = (field) => INHERITED.has(field) || field.startsWith('minutes:');
/** What the manager notes about a person in the team sheet is not for that person. */
const isOwn: FieldScope = (field) => field !== 'note';
const withoutReason: FieldScope = (field) => field !== 'reason';

const node: Rule = ({ units, above }, id) => {
  if (units.has(first(id))) return isOwn;
  return above.has(first(id)) && isInherited;
};

/** A team's ratio holds for its people too; why it was set is the manager's. */
const override: Rule = ({ units, above }, id) => {
  if (units.has(first(id))) return true;
  return above.has(first(id)) && withoutReason;
};

/** Quick notes are jotted down beside a day; coaching notes and decisions are the manager's. */
const note: Rule = ({ units }, _id, { v }) =>
  typeof v['unit'] === 'string' && units.has(v['unit']) && (v['kind'] ?? 'quick') === 'quick';

const tierLine: Rule = ({ levels }, id) => {
  const level = keysOf(id)[1] ?? '';
  return level === ALL_LEVELS || levels.has(level);
};

/**
 * What of each kind goes into a part. Whatever is not named, as kinds of newer versions, stays at home: so do people's
 * names in files, what-ifs, reports and what was done about alerts.
 */
const RULES: { readonly [K in RecordKind]: Rule } = {
  settings: everything,
  measure: everything,
  other: everything,
  season: everything,
  segment: everything,
  dayOff: everything,
  tier: everything,
  tierLine,
  level: ({ levels }, id) => levels.has(first(id)),
  unit: node,
  override,
  history: ofUnit,
  goal: ofUnit,
  lock: ofUnit,
  spreadBy: nothing,
  task: ofUnit,
  proposal: ofUnit,
  inHand: ofUnit,
  actual: ofUnit,
  systemActual: ofUnit,
  monthToDate: ofUnit,
  handedOut: ofUnit,
  catchUp: ofUnit,
  note,
  alias: nothing,
  mapping: nothing,
  scenario: nothing,
  // Names the team of before, which is another's: the part says it in its own way.
  place: nothing,
  report: nothing,
  alert: nothing,
  // Made anew with each part.
  slice: nothing,
  prior: nothing,
  writer: nothing,
};

/** What of a record goes into the part. */
export function sliceRule(scope: SliceScope, id: string, rec: Rec): boolean | FieldScope {
  const kind = kindOf(id);
  return Object.hasOwn(RULES, kind) && RULES[kind](scope, id, rec);
}

const textIn = (values: { readonly [field: string]: Json } | null, field: string): string | null =>
  typeof values?.[field] === 'string' ? values[field] : null;

/** The scope of one unit's part; null = there is no such unit. */
export function sliceScope(recs: Recs, unit: string): SliceScope | null {
  const tree = new Map<string, string | null>();
  const levelOf = new Map<string, string | null>();
  for (const [id, rec] of recs) {
    if (kindOf(id) !== 'unit') continue;
    const values = shownValues(rec);
    if (!values) continue;
    tree.set(first(id), textIn(values, 'parent'));
    levelOf.set(first(id), textIn(values, 'level'));
  }
  if (!recs.has(recordId.unit(unit)) || !tree.has(unit)) return null;
  const units = under(tree, unit);
  const levels = [...units].flatMap((key) => levelOf.get(key) ?? []);
  return { units, above: over(tree, unit, units), levels: new Set(levels) };
}

function under(tree: ReadonlyMap<string, string | null>, top: string): Set<string> {
  const found = new Set([top]);
  // A set goes on through what is added to it meanwhile.
  for (const at of found) for (const [key, parent] of tree) if (parent === at) found.add(key);
  return found;
}

function over(
  tree: ReadonlyMap<string, string | null>,
  unit: string,
  units: ReadonlySet<string>,
): Set<string> {
  const above = new Set<string>();
  for (let at = tree.get(unit); at != null && tree.has(at) && !above.has(at); at = tree.get(at))
    if (!units.has(at)) above.add(at);
    else break;
  return above;
}
