import type { Change, RecordEntry } from '../../model/diff.ts';
import { kindOf, recordId, SETTINGS_ID } from '../../model/ids.ts';
import { defaultSettings } from '../../model/records/settings.ts';
import { templateMeasures, type Template } from '../../model/templates.ts';
import { unitTree, type TreeUnit } from '../shell/units.ts';

export interface PlanInput {
  readonly name: string;
  readonly sample: boolean;
  readonly template: Template;
  /** Units, measures and history as they were pasted, typed or invented; may lack any of them. */
  readonly records: readonly RecordEntry[];
  /** What one person without a name is called, and the team that holds several. */
  readonly me: { readonly key: string; readonly name: string };
  readonly team: { readonly key: string; readonly name: string };
}
export interface PlanParts {
  readonly records: RecordEntry[];
  /** The unit that the goal is for: the one person, or the top of the tree. */
  readonly root: string;
  readonly reps: readonly TreeUnit[];
}

const ofKind = (records: readonly RecordEntry[], kind: string) =>
  records.filter(([id]) => kindOf(id) === kind);

/** A whole plan without goals. Several units at the top are gathered under one, so that the goal has one owner. */
export function planRecords(input: PlanInput): PlanParts {
  const given = ofKind(input.records, 'unit');
  const units: RecordEntry[] =
    given.length > 0
      ? given
      : [[recordId.unit(input.me.key), { name: input.me.name, kind: 'rep', parent: null, order: 0 }]];
  const tops = unitTree(units).filter((unit) => unit.level === 0);
  const gathered =
    tops.length > 1 ? gather(units, new Set(tops.map((top) => recordId.unit(top.key))), input.team) : units;
  const measures = ofKind(input.records, 'measure');
  const tree = unitTree(gathered);
  return {
    records: [
      [SETTINGS_ID, { ...defaultSettings, name: input.name, sample: input.sample, template: input.template }],
      ...(measures.length > 0 ? measures : templateMeasures(input.template)),
      ...gathered,
      ...['other', 'history', 'systemActual', 'actual', 'mapping', 'alias'].flatMap((kind) =>
        ofKind(input.records, kind),
      ),
    ],
    root: tree[0]?.key ?? input.me.key,
    reps: tree.filter((unit) => unit.kind === 'rep'),
  };
}

const gather = (
  units: readonly RecordEntry[],
  tops: ReadonlySet<string>,
  { key, name }: PlanInput['team'],
): RecordEntry[] => [
  [recordId.unit(key), { name, kind: 'team', parent: null, order: 0 }],
  ...units.map(([id, values]): RecordEntry =>
    tops.has(id) ? [id, { ...values, parent: key }] : [id, values],
  ),
];

/** The records that a spread of goals comes to, on a plan that had none. */
export function goalRecords(changes: readonly Change[]): RecordEntry[] {
  const goals = new Map<string, RecordEntry[1]>();
  for (const change of changes) {
    if ('create' in change) goals.set(change.create, change.values);
    else if ('id' in change) goals.set(change.id, { ...goals.get(change.id), [change.field]: change.value });
  }
  return [...goals];
}
