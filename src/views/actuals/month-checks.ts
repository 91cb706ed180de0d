import { formatNumber } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import { EXECUTION_LINE } from '../../model/planning.ts';
import { CheckWriter, MOST_OF_A_KIND, type Check } from './check-writer.ts';

/** What is to be checked of a month as a whole. */
export class MonthChecks extends CheckWriter {
  doubtful(): Check[] {
    return [...this.#execution(), ...this.#noSale(), ...this.#months()];
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
    const words = this.words.execution;
    const signature = ['execution', month, ...low.map(({ unit }) => unit)].join('.').slice(0, 200);
    const names = low.map(
      ({ unit, rate }) => `${this.name(unit)} ${formatNumber(rate * 100, this.language)}%`,
    );
    return [
      {
        ...{ signature, title: words.title(this.some(names)) },
        detail: words.detail(this.plan.measure(measures[0])),
        wrong: false,
        acts: [this.keep(signature, this.words.known)],
        place: null,
      },
    ];
  }

  #noSale(): Check[] {
    const words = this.words.noSale;
    return this.answer.noSale.slice(0, MOST_OF_A_KIND).map(({ signature, unit, since, days, usual }) => ({
      signature,
      title: words.title(this.name(unit), days),
      detail: words.detail(this.day(since), usual),
      wrong: false,
      acts: [this.keep(signature, this.words.known)],
      place: null,
    }));
  }

  #months(): Check[] {
    const { months } = this.answer;
    const [first] = months;
    if (!first) return [];
    const words = this.words.months;
    const signature = ['months', months.length, first.unit, first.month, Math.round(first.sum)].join('.');
    const each = months.map(({ unit, month, measure, row, sum }) =>
      words.one(
        this.name(unit),
        month,
        this.plan.measure(measure),
        this.count(measure, row),
        this.count(measure, sum),
      ),
    );
    return [
      {
        ...{ signature, title: words.title(months.length), detail: `${words.detail}${this.some(each)}` },
        wrong: false,
        acts: [this.keep(signature, this.words.known)],
        place: null,
      },
    ];
  }

  /** Measures whose volume has not moved the next one. */
  hollow(): Check[] {
    const words = this.words.hollow;
    return this.answer.hollow.map(({ measure, next, weeks, rho, high, slope, ratio }) => {
      const signature = ['hollow', measure, next].join('.');
      const figure = (value: number): string => formatNumber(value, this.language, 2);
      const [own, then] = [this.plan.measure(measure), this.plan.measure(next)];
      return {
        ...{ signature, title: words.title(own, then, weeks) },
        detail: words.detail(figure(rho), figure(high), own, then, figure(slope), figure(ratio)),
        wrong: false,
        acts: [
          {
            label: words.drop(own),
            changes: [{ id: recordId.measure(measure), field: 'quota', value: false }],
          },
          this.keep(signature, this.words.known),
        ],
        place: null,
      };
    });
  }
}
