import { t, currentLanguage } from '../../i18n/i18n.svelte.ts';
import { formatNumber, formatShare } from '../../i18n/numbers.ts';
import type { Change } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import { withLeaveDay } from '../../model/leave.ts';
import type { Contradiction, Missing, QualityAnswer, RepDay } from '../../model/planning.ts';
import { EXECUTION_LINE } from '../../model/planning.ts';
import type { Leave } from '../../model/records/unit.ts';
import { planWords } from '../../sheets/words.ts';
import type { PlanSession } from '../../state/contract.ts';

/** Where in the sheet something is to be looked at. */
export interface Place extends RepDay {
  readonly measure: string;
}

export interface CheckAct {
  readonly label: string;
  readonly changes: readonly Change[];
}

/** One thing to check, with what can be done about it. */
export interface Check {
  /** Names what it is about and its numbers: once it is settled it stays so until they change. */
  readonly signature: string;
  readonly title: string;
  readonly detail: string;
  /** It is wrong, not only worth a look. */
  readonly wrong: boolean;
  readonly acts: readonly CheckAct[];
  readonly place: Place | null;
}

const NAMES = 4;
const MOST_OF_A_KIND = 5;

/** What there is to check, the wrong before the doubtful; what somebody has settled is left out. */
export function checksOf(answer: QualityAnswer, session: PlanSession): Check[] {
  const writer = new CheckWriter(answer, session);
  return writer.all().filter(({ signature }) => !session.get(recordId.alert(signature))?.['doneOn']);
}

class CheckWriter {
  readonly #words = t().actuals.checks;
  readonly #plan;
  readonly #language = currentLanguage();

  constructor(
    private readonly answer: QualityAnswer,
    private readonly session: PlanSession,
  ) {
    this.#plan = planWords(session.ofKind('measure'));
  }

  all(): Check[] {
    const { contradictions, repeated, differing } = this.answer;
    return [
      ...contradictions.slice(0, MOST_OF_A_KIND).map((each) => this.#contradiction(each)),
      ...this.#missing(),
      ...this.#hollow(),
      ...repeated.slice(0, MOST_OF_A_KIND).map((each) => this.#repeated(each)),
      ...this.#differing(differing),
      ...this.#execution(),
      ...this.#noSale(),
      ...this.#months(),
    ];
  }

  #name = (unit: string): string => {
    const name = this.session.get(recordId.unit(unit))?.['name'];
    return typeof name === 'string' ? name : unit;
  };
  #count = (measure: string, value: number): string => {
    const isMoney = this.#plan.measures.find(({ key }) => key === measure)?.unit === 'money';
    return formatNumber(isMoney ? value / 100 : value, this.#language);
  };
  #day = (day: string): string => day.slice(5);

  /** Names of a few, and how many more. */
  #some(texts: readonly string[]): string {
    const more = texts.length > NAMES ? this.#words.more(texts.length - NAMES) : '';
    return texts.slice(0, NAMES).join(this.#words.comma) + more;
  }

  #keep(signature: string, label: string): CheckAct {
    const id = recordId.alert(signature);
    const doneOn = this.session.asOf;
    return {
      label,
      changes: this.session.get(id)
        ? [{ id, field: 'doneOn', value: doneOn }]
        : [{ create: id, values: { snoozedUntil: null, doneOn } }],
    };
  }

  #contradiction(found: Contradiction): Check {
    const { unit, day, whole, part, wholeValue, partValue, usual, swaps } = found;
    const words = this.#words.contradiction;
    const [of, is] = [this.#plan.measure(whole), this.#plan.measure(part)];
    const signature = ['contradiction', unit, day, whole, part, wholeValue, partValue].join('.');
    const ratio = this.#plan.ratio(part, whole);
    const share = (value: number): string => formatShare(value, this.#language);
    return {
      signature,
      title: words.title(
        this.#name(unit),
        this.#day(day),
        is,
        this.#count(part, partValue),
        of,
        this.#count(whole, wholeValue),
      ),
      detail: swaps ? words.swapped(ratio, share(wholeValue / partValue), share(usual)) : words.part(is, of),
      wrong: true,
      acts: [
        ...(swaps ? [{ label: words.swap, changes: this.#swap(found) }] : []),
        this.#keep(signature, words.keep),
      ],
      place: { unit, day, measure: whole },
    };
  }

  /** In each record that has both. */
  #swap({ unit, day, whole, part }: Contradiction): Change[] {
    return [recordId.actual(unit, day), recordId.systemActual(unit, day)].flatMap((id) => {
      const values = this.session.get(id);
      const [all, some] = [values?.[whole] ?? null, values?.[part] ?? null];
      if (all === null || some === null) return [];
      return [
        { id, field: whole, value: some },
        { id, field: part, value: all },
      ];
    });
  }

  #missing(): Check[] {
    const { missing } = this.answer;
    const [first] = missing;
    if (!first) return [];
    const words = this.#words.missing;
    const days = this.#byRep(missing);
    return [
      {
        signature: ['missing', ...missing.map(({ unit, day }) => `${unit}-${day}`)].join('.').slice(0, 200),
        title: words.title(missing.length, this.#some(days)),
        detail: words.detail,
        wrong: true,
        acts: [
          { label: words.leave, changes: this.#leave(missing) },
          { label: words.zero, changes: missing.flatMap((each) => this.#zeros(each)) },
        ],
        place: { ...first, measure: first.measures[0] ?? '' },
      },
    ];
  }

  /** The days of whoever lacks one or two, and how many of whoever lacks more. */
  #byRep(missing: readonly Missing[]): string[] {
    const byUnit = new Map<string, string[]>();
    for (const { unit, day } of missing) byUnit.set(unit, [...(byUnit.get(unit) ?? []), this.#day(day)]);
    return [...byUnit].map(([unit, days]) => {
      const said = days.length > 2 ? this.#words.missing.days(days.length) : days.join(this.#words.and);
      return `${this.#name(unit)} ${said}`;
    });
  }

  #leave(missing: readonly Missing[]): Change[] {
    const byUnit = new Map<string, Leave[]>();
    for (const { unit, day } of missing) {
      const known = byUnit.get(unit) ?? ((this.session.get(recordId.unit(unit))?.['leave'] ?? []) as Leave[]);
      byUnit.set(unit, withLeaveDay(known, day));
    }
    return [...byUnit].map(([unit, value]) => ({ id: recordId.unit(unit), field: 'leave', value }));
  }

  #zeros({ unit, day, measures }: Missing): Change[] {
    const id = recordId.actual(unit, day);
    if (this.session.get(id)) return measures.map((field) => ({ id, field, value: 0 }));
    return [{ create: id, values: Object.fromEntries(measures.map((measure) => [measure, 0])) }];
  }

  #repeated({ unit, kind, measure, days, values, step }: QualityAnswer['repeated'][number]): Check {
    const words = this.#words.repeated;
    const signature = [kind, unit, measure, days[0], ...values].join('.');
    const span = words.span(this.#day(days[0] ?? ''), this.#day(days.at(-1) ?? ''));
    const [name, own] = [this.#name(unit), this.#plan.measure(measure)];
    const same = values.every((value) => value === values[0]);
    const round = same
      ? words.same(name, span, own, this.#count(measure, values[0] ?? 0))
      : words.rounded(name, span, own, step);
    return {
      signature,
      title: kind === 'copied' ? words.copied(name, span) : round,
      detail: kind === 'copied' ? words.copiedDetail(days.length) : words.roundedDetail(days.length),
      wrong: false,
      acts: [this.#keep(signature, this.#words.known)],
      place: { unit, day: days[0] ?? '', measure },
    };
  }

  #differing(differing: QualityAnswer['differing']): Check[] {
    const words = this.#words.differing;
    const [first] = differing;
    if (!first) return [];
    const signature = ['differs', this.answer.month, differing.length, first.unit, first.day].join('.');
    const each = differing.map(({ unit, day, measure, person, system }) =>
      words.one(
        this.#name(unit),
        this.#day(day),
        this.#plan.measure(measure),
        this.#count(measure, system),
        this.#count(measure, person),
      ),
    );
    return [
      {
        signature,
        title: words.title(differing.length),
        detail: this.#some(each),
        wrong: false,
        acts: [this.#keep(signature, this.#words.known)],
        place: first,
      },
    ];
  }

  #execution(): Check[] {
    const { execution, units, measures, month } = this.answer;
    const low = units.flatMap((unit, at) => {
      const rate = execution[0]?.[at] ?? NaN;
      return rate < EXECUTION_LINE && this.session.get(recordId.unit(unit))?.['kind'] === 'rep'
        ? [{ unit, rate }]
        : [];
    });
    if (low.length === 0 || !measures[0]) return [];
    const words = this.#words.execution;
    const signature = ['execution', month, ...low.map(({ unit }) => unit)].join('.').slice(0, 200);
    const names = low.map(
      ({ unit, rate }) => `${this.#name(unit)} ${formatNumber(rate * 100, this.#language)}%`,
    );
    return [
      {
        ...{ signature, title: words.title(this.#some(names)) },
        detail: words.detail(this.#plan.measure(measures[0])),
        wrong: false,
        acts: [this.#keep(signature, this.#words.known)],
        place: null,
      },
    ];
  }

  #noSale(): Check[] {
    const words = this.#words.noSale;
    return this.answer.noSale.slice(0, MOST_OF_A_KIND).map(({ unit, days, usual }) => {
      const signature = ['noSale', unit, this.answer.month].join('.');
      return {
        ...{ signature, title: words.title(this.#name(unit), days) },
        detail: words.detail(formatNumber(usual, this.#language, 1)),
        wrong: false,
        acts: [this.#keep(signature, this.#words.known)],
        place: null,
      };
    });
  }

  #months(): Check[] {
    const { months } = this.answer;
    const [first] = months;
    if (!first) return [];
    const words = this.#words.months;
    const signature = ['months', months.length, first.unit, first.month, Math.round(first.sum)].join('.');
    const each = months.map(({ unit, month, measure, row, sum }) =>
      words.one(
        this.#name(unit),
        month,
        this.#plan.measure(measure),
        this.#count(measure, row),
        this.#count(measure, sum),
      ),
    );
    return [
      {
        ...{ signature, title: words.title(months.length), detail: `${words.detail}${this.#some(each)}` },
        wrong: false,
        acts: [this.#keep(signature, this.#words.known)],
        place: null,
      },
    ];
  }

  #hollow(): Check[] {
    const words = this.#words.hollow;
    return this.answer.hollow.map(({ measure, next, weeks, rho, high, slope, ratio }) => {
      const signature = ['hollow', measure, next].join('.');
      const figure = (value: number): string => formatNumber(value, this.#language, 2);
      const [own, then] = [this.#plan.measure(measure), this.#plan.measure(next)];
      return {
        ...{ signature, title: words.title(own, then, weeks) },
        detail: words.detail(figure(rho), figure(high), own, then, figure(slope), figure(ratio)),
        wrong: false,
        acts: [
          {
            label: words.drop(own),
            changes: [{ id: recordId.measure(measure), field: 'quota', value: false }],
          },
          this.#keep(signature, this.#words.known),
        ],
        place: null,
      };
    });
  }
}
