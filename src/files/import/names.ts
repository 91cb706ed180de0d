import { plainText } from '../../model/entry/text.ts';
import { aliasKey, nameKey } from './keys.ts';
import { chineseInitials, latinInitials } from './initials.ts';
import type { NameAction, NameMatch, PlanFacts } from './types.ts';

interface Known {
  readonly key: string;
  readonly name: string;
  readonly team: string;
}
/** A name of the file; namesakes have a label that says their team or staff number too. */
interface Written {
  readonly name: string;
  readonly label: string;
  readonly team: string | null;
  /** The label says the staff number, which is then a part of the name. */
  readonly isNumbered: boolean;
}
type Match = Pick<NameMatch, 'action' | 'how'>;

const toUnit = (unit: Known, how: NameMatch['how']): Match => ({
  action: { kind: 'unit', unit: unit.key },
  how,
});
const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/** 小许, 老许, 许总: the one whose name begins with 许. */
function nicknamed(text: string, known: readonly Known[]): Known | undefined {
  const part = /^(?:[小老阿](\p{Script=Han})|(\p{Script=Han})(?:总|哥|姐|经理))$/u.exec(text);
  const surname = part?.[1] ?? part?.[2];
  return surname ? only(known.filter(({ name }) => name.startsWith(surname))) : undefined;
}

/** 林晓(1024), A1024-林晓: an employee number beside the name. */
const withoutNumber = (text: string): string =>
  text.replace(/^[a-z]{0,3}\d{2,}[\s\-_/]*/i, '').replace(/[\s\-_/]*\(?[a-z]{0,3}\d{2,}\)?$/i, '');

/** Reps by their initials, in both scripts: Lin Xiao meets 林晓 at LX. */
function byInitials(reps: readonly Known[], initialsOf: (name: string) => string[]): Map<string, Known[]> {
  const found = new Map<string, Known[]>();
  for (const rep of reps)
    for (const initials of new Set(initialsOf(rep.name)))
      found.set(initials, [...(found.get(initials) ?? []), rep]);
  return found;
}
const chinese = (name: string): string[] => [chineseInitials(name)].filter(Boolean);

/** Finds people of the plan behind names of a file; `initials` and `nickname` are guesses, the rest is certain. */
export class NameBook {
  private readonly reps: readonly Known[];
  private readonly bySpelling: ReadonlyMap<string, readonly Known[]>;
  private readonly facts: PlanFacts;
  private readonly unknown: 'new' | 'skip';
  private chinese: Map<string, Known[]> | undefined;
  private latin: Map<string, Known[]> | undefined;

  constructor(facts: PlanFacts, unknown: 'new' | 'skip' = 'new') {
    this.facts = facts;
    this.unknown = unknown;
    this.reps = facts.units.filter(({ kind }) => kind === 'rep');
    const bySpelling = new Map<string, Known[]>();
    for (const rep of this.reps) {
      const called = bySpelling.get(nameKey(rep.name));
      if (called) called.push(rep);
      else bySpelling.set(nameKey(rep.name), [rep]);
    }
    this.bySpelling = bySpelling;
  }

  match({ name, label, team, isNumbered }: Written, chosen: NameAction | undefined): Match {
    if (chosen) return { action: chosen, how: 'chosen' };
    const called = this.bySpelling.get(nameKey(isNumbered ? label : name)) ?? [];
    const here = called.find((rep) => team !== null && nameKey(rep.team) === nameKey(team));
    const namesakes = label !== name && !isNumbered;
    const spelled = namesakes ? here : (here ?? only(called));
    if (spelled)
      return toUnit(spelled, plainText(isNumbered ? label : name) === spelled.name ? 'same' : 'spelling');
    const alias = this.facts.aliases[aliasKey(label)];
    if (alias === null) return { action: { kind: 'skip' }, how: 'alias' };
    const known = this.reps.find(({ key }) => key === alias);
    if (known) return toUnit(known, 'alias');
    if (namesakes || isNumbered) return { action: { kind: this.unknown }, how: 'new' };
    return called[0] ? toUnit(called[0], 'nickname') : this.guess(name);
  }

  private initialled(text: string): Known | undefined {
    this.chinese ??= byInitials(this.reps, chinese);
    this.latin ??= byInitials(this.reps, latinInitials);
    const written = latinInitials(text);
    if (written.length === 0)
      return only(chinese(text).flatMap((initials) => this.latin?.get(initials) ?? []));
    return only([...new Set(written)].flatMap((initials) => this.chinese?.get(initials) ?? []));
  }

  private guess(text: string): Match {
    const bare = only(this.bySpelling.get(nameKey(withoutNumber(text))) ?? []);
    if (bare) return toUnit(bare, 'nickname');
    const nickname = nicknamed(text, this.reps);
    if (nickname) return toUnit(nickname, 'nickname');
    const initials = this.initialled(text);
    return initials ? toUnit(initials, 'initials') : { action: { kind: this.unknown }, how: 'new' };
  }
}
