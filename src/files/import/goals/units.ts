import { plainText } from '../../../model/entry/text.ts';
import { isTotalName, isTotalWord } from '../leave-out.ts';
import { aliasKey, nameKey } from '../keys.ts';
import { NameBook } from '../names.ts';
import { NewSegments } from './new-segments.ts';
import {
  nameId,
  type GoalFacts,
  type GoalName,
  type GoalNameAction,
  type GoalRequest,
  type GoalSegment,
  type GoalUnit,
} from './types.ts';

const TOTAL = /[\s·:：-]*(?:合计|总计|小计|汇总|(?:sub-?)?totals?)[:：]?$/i;
const BEFORE = /^(?:(?:sub-?)?totals?(?: of| for)?|合计|小计)[\s·:：-]+/i;

/** 电销一组小计 is 电销一组. */
export const withoutTotal = (text: string): string => {
  const plain = plainText(text);
  return plain.replace(TOTAL, '').trim() || plain.replace(BEFORE, '').trim();
};

interface Found {
  readonly action: GoalNameAction;
  readonly how: GoalName['how'];
}
const OPEN: GoalNameAction = { kind: 'open' };
const CREATE: GoalNameAction = { kind: 'create' };
const known = (to: string, how: GoalName['how']): Found => ({ action: { kind: 'known', to }, how });

function group<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const there = groups.get(key);
    if (there) there.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Finds whom and what the names of a file stand for, and keeps them for a person to settle. */
export class GoalNames {
  private readonly byName: ReadonlyMap<string, readonly GoalUnit[]>;
  private readonly units: ReadonlyMap<string, GoalUnit>;
  private readonly bySegment: ReadonlyMap<string, readonly string[]>;
  private readonly book: NameBook;
  private readonly made: NewSegments;
  private readonly met = new Map<string, GoalName & { rows: number }>();

  constructor(private readonly request: GoalRequest) {
    const { units, segments, aliases, asOf } = request.facts;
    this.byName = group(units, ({ name }) => nameKey(name));
    this.units = new Map(units.map((unit) => [unit.key, unit]));
    this.bySegment = segmentNames(segments);
    this.made = new NewSegments(segments);
    const people = {
      asOf,
      lastWorkingDay: asOf,
      cutoffDay: 0,
      measures: [],
      mappings: {},
      hasHistory: false,
    };
    this.book = new NameBook({ ...people, units, aliases }, 'skip');
  }

  get list(): GoalName[] {
    return [...this.met.values()];
  }

  get newSegments(): readonly GoalSegment[] {
    return this.made.list;
  }

  /** A team or a person, or the sum of one. */
  isUnit = (text: string): boolean =>
    this.byName.has(nameKey(text)) || this.byName.has(nameKey(withoutTotal(text)));
  isSegment = (text: string): boolean => this.bySegment.has(nameKey(text));

  /** `beside`: the team that a row says, to tell namesakes apart. */
  unit(text: string, beside: string): GoalNameAction {
    const called = this.called(text);
    const near = beside ? called.filter(({ key }) => this.isUnder(key, beside)) : [];
    const here = near.length > 0 ? near : called;
    const label = called.length > 1 && beside ? `${plainText(text)} · ${plainText(beside)}` : plainText(text);
    return this.keep('unit', label, () => {
      const [only, ...others] = here;
      if (only) return others.length === 0 ? known(only.key, 'same') : { action: OPEN, how: 'several' };
      return this.guess(label, beside);
    });
  }

  /** null = of all segments together. */
  segment(text: string): GoalNameAction | null {
    const plain = plainText(text);
    if (plain === '' || isTotalWord(plain) || /^(?:全部|所有|all|-)$/i.test(plain)) return null;
    const action = this.keep('segment', plain, () => {
      const [only, ...others] = this.bySegment.get(nameKey(plain)) ?? [];
      // A plan that is not split yet has nothing that could be meant instead.
      if (only === undefined) return { action: this.isSplit ? OPEN : CREATE, how: 'unknown' };
      return others.length === 0 ? known(only, 'same') : { action: OPEN, how: 'several' };
    });
    return action.kind === 'create' ? { kind: 'known', to: this.made.key(plain) } : action;
  }

  private get isSplit(): boolean {
    return this.request.facts.segments.length > 0;
  }

  private called(text: string): readonly GoalUnit[] {
    const own = this.byName.get(nameKey(text));
    return (
      own ?? (isTotalName(plainText(text)) ? this.byName.get(nameKey(withoutTotal(text))) : undefined) ?? []
    );
  }

  private isUnder(key: string, name: string): boolean {
    const met = new Set<string>();
    for (let at = this.units.get(key)?.parent; at && !met.has(at); at = this.units.get(at)?.parent) {
      met.add(at);
      if (nameKey(this.units.get(at)?.name ?? '') === nameKey(name)) return true;
    }
    return false;
  }

  private guess(label: string, beside: string): Found {
    const alias = this.request.facts.aliases[aliasKey(label)];
    if (alias === null) return { action: { kind: 'skip' }, how: 'chosen' };
    if (alias !== undefined && this.units.has(alias)) return known(alias, 'same');
    const written = { name: label, label, team: beside || null, isNumbered: false };
    const { action } = this.book.match(written, undefined);
    return action.kind === 'unit' ? known(action.unit, 'guess') : { action: OPEN, how: 'unknown' };
  }

  private keep(of: GoalName['of'], text: string, find: () => Found): GoalNameAction {
    const id = nameId(of, text);
    const before = this.met.get(id);
    if (before) before.rows++;
    else {
      const chosen = this.request.names?.[id];
      const found: Found = chosen ? { action: chosen, how: 'chosen' } : find();
      const left = found.action.kind === 'open' && this.request.leaveOut;
      this.met.set(id, { of, text, rows: 1, how: found.how, action: left ? { kind: 'skip' } : found.action });
    }
    return this.met.get(id)!.action;
  }
}

/** A part goes by its own name too, where no other has it. */
function segmentNames(segments: GoalFacts['segments']): Map<string, string[]> {
  const names = new Map(segments.map(({ key, name }) => [key, name]));
  const paths = segments.flatMap(({ key, name, parent }) => {
    const above = parent === null ? undefined : names.get(parent);
    return [
      [nameKey(name), key] as const,
      ...(above === undefined ? [] : [[nameKey(`${above}/${name}`), key] as const]),
    ];
  });
  return new Map(
    [...group(paths, ([name]) => name)].map(([name, found]) => [
      name,
      [...new Set(found.map(([, key]) => key))],
    ]),
  );
}
