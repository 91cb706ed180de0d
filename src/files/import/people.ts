import { plainText } from '../../model/entry/text.ts';
import { nameKey } from './keys.ts';
import { NameBook } from './names.ts';
import type { DraftPerson, DraftRequest, NameMatch } from './types.ts';

export const SKIPPED = -1;

interface Entry {
  readonly match: NameMatch;
  readonly person: number;
  rows: number;
}

/** Collects the people of a file as its rows go by; each spelling is looked up once. */
export class People {
  private readonly book: NameBook;
  private readonly request: DraftRequest;
  private readonly byText = new Map<string, Entry>();
  private readonly bySpelling = new Map<string, Entry>();
  private readonly byUnit = new Map<string, number>();
  readonly list: { name: string; unit: string | null; team: string | null }[] = [];

  constructor(request: DraftRequest) {
    this.request = request;
    this.book = new NameBook(request.facts, request.unknownNames);
  }

  /** Index into `list`, or `SKIPPED`. */
  of(text: string, team: string | null): number {
    const entry = this.byText.get(text) ?? this.enter(text);
    entry.rows++;
    const person = this.list[entry.person];
    if (person && team && !person.team) person.team = team;
    return entry.person;
  }

  /** The one person of a file without names: the plan's only rep, or a new one. */
  self(): number {
    const reps = this.request.facts.units.filter(({ kind }) => kind === 'rep');
    const [only] = reps.length === 1 ? reps : [];
    if (this.list.length === 0)
      this.list.push({ name: only?.name ?? this.request.ownName ?? '', unit: only?.key ?? null, team: null });
    return 0;
  }

  private enter(text: string): Entry {
    const key = nameKey(text);
    let entry = this.bySpelling.get(key);
    if (!entry) {
      const name = plainText(text);
      const { names = {} } = this.request;
      const chosen = Object.hasOwn(names, name) ? names[name] : undefined;
      const { action, how } = this.book.match(name, chosen);
      const person =
        action.kind === 'skip' ? SKIPPED : this.person(name, action.kind === 'unit' ? action.unit : null);
      entry = { match: { text: name, rows: 0, action, how }, person, rows: 0 };
      this.bySpelling.set(key, entry);
    }
    this.byText.set(text, entry);
    return entry;
  }

  private person(name: string, unit: string | null): number {
    const known = unit === null ? undefined : this.byUnit.get(unit);
    if (known !== undefined) return known;
    const unitName = this.request.facts.units.find(({ key }) => key === unit)?.name;
    this.list.push({ name: unitName ?? name, unit, team: null });
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
