import { formatShare } from '../../i18n/numbers.ts';
import type { Change } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import { withLeaveDay } from '../../model/leave.ts';
import type { Contradiction, Missing, QualityAnswer } from '../../model/planning.ts';
import type { Leave } from '../../model/records/unit.ts';
import { CheckWriter, MOST_OF_A_KIND, type Check } from './check-writer.ts';

/** What is to be checked on single days. */
export class DayChecks extends CheckWriter {
  wrong(): Check[] {
    const found = this.answer.contradictions.slice(0, MOST_OF_A_KIND);
    return [...found.map((each) => this.#contradiction(each)), ...this.#missing()];
  }

  doubtful(): Check[] {
    const found = this.answer.repeated.slice(0, MOST_OF_A_KIND);
    return [
      ...this.#partial(),
      ...found.map((each) => this.#repeated(each)),
      ...this.#differing(this.answer.differing),
    ];
  }

  #contradiction(found: Contradiction): Check {
    const { unit, day, whole, part, wholeValue, partValue, usual, swaps } = found;
    const words = this.words.contradiction;
    const [of, is] = [this.plan.measure(whole), this.plan.measure(part)];
    const signature = ['contradiction', unit, day, whole, part, wholeValue, partValue].join('.');
    const ratio = this.plan.ratio(part, whole);
    const share = (value: number): string => formatShare(value, this.language);
    return {
      signature,
      title: words.title(
        this.name(unit),
        this.day(day),
        is,
        this.count(part, partValue),
        of,
        this.count(whole, wholeValue),
      ),
      detail: swaps ? words.swapped(ratio, share(wholeValue / partValue), share(usual)) : words.part(is, of),
      wrong: true,
      acts: [
        ...(swaps ? [{ label: words.swap, changes: this.#swap(found) }] : []),
        this.keep(signature, words.keep),
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
    const words = this.words.missing;
    const days = this.#byRep(missing);
    return [
      {
        signature: ['missing', ...missing.map(({ unit, day }) => `${unit}-${day}`)].join('.').slice(0, 200),
        title: words.title(missing.length, this.some(days)),
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

  #partial(): Check[] {
    const { partial } = this.answer;
    const [first] = partial;
    if (!first) return [];
    const words = this.words.partial;
    const signature = ['partial', this.answer.month, partial.length, first.unit, first.day].join('.');
    const each = partial.map(({ unit, day, measures }) => {
      const names = measures.map((measure) => this.plan.measure(measure)).join(this.words.and);
      return words.one(this.name(unit), this.day(day), names);
    });
    return [
      {
        ...{ signature, title: words.title(partial.length, this.some(each)), detail: words.detail },
        wrong: false,
        acts: [
          { label: this.words.missing.zero, changes: partial.flatMap((each) => this.#zeros(each)) },
          this.keep(signature, this.words.known),
        ],
        place: { ...first, measure: first.measures[0] ?? '' },
      },
    ];
  }

  /** The days of whoever lacks one or two, and how many of whoever lacks more. */
  #byRep(missing: readonly Missing[]): string[] {
    const byUnit = new Map<string, string[]>();
    for (const { unit, day } of missing) byUnit.set(unit, [...(byUnit.get(unit) ?? []), this.day(day)]);
    return [...byUnit].map(([unit, days]) => {
      const said = days.length > 2 ? this.words.missing.days(days.length) : days.join(this.words.and);
      return `${this.name(unit)} ${said}`;
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
    const words = this.words.repeated;
    const signature = [kind, unit, measure, days[0], ...values].join('.');
    const span = words.span(this.day(days[0] ?? ''), this.day(days.at(-1) ?? ''));
    const [name, own] = [this.name(unit), this.plan.measure(measure)];
    const same = values.every((value) => value === values[0]);
    const round = same
      ? words.same(name, span, own, this.count(measure, values[0] ?? 0))
      : words.rounded(name, span, own, step);
    return {
      signature,
      title: kind === 'copied' ? words.copied(name, span) : round,
      detail: kind === 'copied' ? words.copiedDetail(days.length) : words.roundedDetail(days.length),
      wrong: false,
      acts: [this.keep(signature, this.words.known)],
      place: { unit, day: days[0] ?? '', measure },
    };
  }

  #differing(differing: QualityAnswer['differing']): Check[] {
    const words = this.words.differing;
    const [first] = differing;
    if (!first) return [];
    const signature = ['differs', this.answer.month, differing.length, first.unit, first.day].join('.');
    const each = differing.map(({ unit, day, measure, person, system }) =>
      words.one(
        this.name(unit),
        this.day(day),
        this.plan.measure(measure),
        this.count(measure, system),
        this.count(measure, person),
      ),
    );
    return [
      {
        signature,
        title: words.title(differing.length),
        detail: this.some(each),
        wrong: false,
        acts: [this.keep(signature, this.words.known)],
        place: first,
      },
    ];
  }
}
