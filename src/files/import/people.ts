import { plainText } from '../../model/entry/text.ts';
import { nameKey, tidyName } from './keys.ts';
import { NameBook } from './names.ts';
import { numberedName, placeKey } from './staff-numbers.ts';
import type { DraftPerson, DraftRequest, NameMatch } from './types.ts';

export const SKIPPED = -1;

interface Entry {
  readonly match: NameMatch;
  readonly person: number;
  rows: number;
}

/** Names that mean several people. */
export interface Namesakes {
  /** By `nameKey`: their teams tell them apart. */
  readonly byTeam: ReadonlySet<string>;
  /** By `placeKey`: only their staff numbers do. */
  readonly byNumber: ReadonlySet<string>;
}

/** What stands beside a name in its row. */
export interface Beside {
  readonly team: string | null;
  readonly region?: string | null;
  readonly number: string | null;
}

/** Collects the people of a file as its rows go by; each spelling is looked up once. */
export class People {
  private readonly book: NameBook;
  private readonly request: DraftRequest;
  private readonly namesakes: Namesakes;
  private readonly byText = new Map<string, Entry>();
  private readonly bySpelling = new Map<string, Entry>();
  private readonly byUnit = new Map<string, number>();
  readonly list: { name: string; unit: string | null; team: string | null; region: string | null }[] = [];

  constructor(request: DraftRequest, namesakes: Namesakes) {
    this.namesakes = namesakes;
    this.request = request;
    this.book = new NameBook(request.facts, request.unknownNames);
  }

  /** Index into `list`, or `SKIPPED`. */
  of(text: string, beside: Beside): number {
    const { team, region = null } = beside;
    const label = this.labelOf(text, beside);
    const entry = this.byText.get(label) ?? this.enter(label, plainText(text), beside);
    entry.rows++;
    const person = this.list[entry.person];
    if (person && team && !person.team) Object.assign(person, { team, region });
    else if (person && region && !person.region) person.region = region;
    return entry.person;
  }

  /** Namesakes are told apart by their teams, and within a team by their staff numbers. */
  labelOf(text: string, { team, number }: Beside): string {
    if (this.isNumbered(text, team) && number !== null) return numberedName(text, number);
    const { byTeam } = this.namesakes;
    if (team === null || byTeam.size === 0 || !byTeam.has(nameKey(text))) return text;
    return `${plainText(text)} · ${team}`;
  }

  private isNumbered(text: string, team: string | null): boolean {
    const { byNumber } = this.namesakes;
    return byNumber.size > 0 && byNumber.has(placeKey(text, team));
  }

  /** The one person of a file without names: the plan's only rep, or a new one. */
  self(): number {
    const reps = this.request.facts.units.filter(({ kind }) => kind === 'rep');
    const [only] = reps.length === 1 ? reps : [];
    if (this.list.length === 0)
      this.list.push({
        name: only?.name ?? this.request.ownName ?? '',
        unit: only?.key ?? null,
        team: null,
        region: null,
      });
    return 0;
  }

  private enter(label: string, name: string, { team }: Beside): Entry {
    const key = nameKey(label);
    let entry = this.bySpelling.get(key);
    if (!entry) {
      const text = plainText(label);
      const { names = {} } = this.request;
      const chosen = Object.hasOwn(names, text) ? names[text] : undefined;
      const isNumbered = this.isNumbered(name, team);
      const { action, how } = this.book.match({ name, label: text, team, isNumbered }, chosen);
      const unit = action.kind === 'unit' ? action.unit : null;
      const person =
        action.kind === 'skip' ? SKIPPED : this.person(tidyName(isNumbered ? label : name), unit);
      entry = { match: { text, rows: 0, action, how }, person, rows: 0 };
      this.bySpelling.set(key, entry);
    }
    this.byText.set(label, entry);
    return entry;
  }

  private person(name: string, unit: string | null): number {
    const known = unit === null ? undefined : this.byUnit.get(unit);
    if (known !== undefined) return known;
    const unitName = this.request.facts.units.find(({ key }) => key === unit)?.name;
    this.list.push({ name: unitName ?? name, unit, team: null, region: null });
    if (unit !== null) this.byUnit.set(unit, this.list.length - 1);
    return this.list.length - 1;
  }

  get names(): NameMatch[] {
    return [...this.bySpelling.values()].map(({ match, rows }) => ({ ...match, rows }));
  }

  get people(): DraftPerson[] {
    return this.list;
  }
}
