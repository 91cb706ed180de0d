import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { Change } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import type { QualityAnswer, RepDay } from '../../model/planning.ts';
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
export const MOST_OF_A_KIND = 5;

/** What all checks say in the same way. */
export abstract class CheckWriter {
  protected readonly words = t().actuals.checks;
  protected readonly plan;
  protected readonly language = currentLanguage();

  constructor(
    protected readonly answer: QualityAnswer,
    protected readonly session: PlanSession,
  ) {
    this.plan = planWords(session.ofKind('measure'));
  }

  protected name = (unit: string): string => {
    const name = this.session.get(recordId.unit(unit))?.['name'];
    return typeof name === 'string' ? name : unit;
  };

  protected count(measure: string, value: number): string {
    const isMoney = this.plan.measures.find(({ key }) => key === measure)?.unit === 'money';
    return formatNumber(isMoney ? value / 100 : value, this.language);
  }

  protected day = (day: string): string => day.slice(5);

  /** Names of a few, and how many more. */
  protected some(texts: readonly string[]): string {
    const more = texts.length > NAMES ? this.words.more(texts.length - NAMES) : '';
    return texts.slice(0, NAMES).join(this.words.comma) + more;
  }

  protected keep(signature: string, label: string): CheckAct {
    const id = recordId.alert(signature);
    const doneOn = this.session.asOf;
    return {
      label,
      changes: this.session.get(id)
        ? [{ id, field: 'doneOn', value: doneOn }]
        : [{ create: id, values: { snoozedUntil: null, doneOn } }],
    };
  }
}
