import { plainText } from '../../model/entry/text.ts';
import { nameKey, tidyName } from './keys.ts';
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
  private readonly namesakes: ReadonlySet<string>;
  private readonly byText = new Map<string, Entry>();
  private readonly bySpelling = new Map<string, Entry>();
  private readonly byUnit = new Map<string, number>();
  readonly list: { name: string; unit: string | null; team: string | null; region: string | null }[] = [];

  /** `namesakes`: names, by `nameKey`, that mean several people. */
  constructor(request: DraftRequest, namesakes: ReadonlySet<string>) {
    this.namesakes = namesakes;
    this.request = request;
    this.book = new NameBook(request.facts, request.unknownNames);
  }

  /** Index into `list`, or `SKIPPED`. */
  of(text: string, team: string | null = null, region: string | null = null): number {
    const label = this.labelOf(text, team);
    const entry = this.byText.get(label) ?? this.enter(label, plainText(text), team);
    entry.rows++;
    const person = this.list[entry.person];
    if (person && team && !person.team) Object.assign(person, { team, region });
    else if (person && region && !person.region) person.region = region;
    return entry.person;
  }

  /** Namesakes are told apart by their teams. */
  labelOf(text: string, team: string | null): string {
    if (team === null || this.namesakes.size === 0 || !this.namesakes.has(nameKey(text))) return text;
    return `${plainText(text)} · ${team}`;
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

  private enter(label: string, name: string, team: string | null): Entry {
    const key = nameKey(label);
    let entry = this.bySpelling.get(key);
    if (!entry) {
      const text = plainText(label);
      const { names = {} } = this.request;
      const chosen = Object.hasOwn(names, text) ? names[text] : undefined;
      const { action, how } = this.book.match({ name, label: text, team }, chosen);
      const unit = action.kind === 'unit' ? action.unit : null;
      const person = action.kind === 'skip' ? SKIPPED : this.person(tidyName(name), unit);
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
