import { t } from '../../../i18n/i18n.svelte.ts';
import type { RatioEvidence } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import { ratioDraft, readRatio, readUntil } from './read-fields.ts';

type Field = 'ratio' | 'reason' | 'until';

/** What is typed in the editor, read while it is typed. */
export class Draft {
  ratioText = $state('');
  reason = $state('');
  untilText = $state('');
  /** Errors are said after the first try to save. */
  tried = $state(false);
  #evidence = $state.raw<RatioEvidence | null>(null);
  readonly #month: Month;

  constructor(month: Month) {
    this.#month = month;
  }

  /** The first evidence fills the fields; `typed` is what was typed into the cell, if anything. */
  start(evidence: RatioEvidence, typed: string | undefined): void {
    if (this.#evidence) return;
    this.#evidence = evidence;
    this.ratioText = typed ?? ratioDraft(evidence.used, evidence.step);
    this.reason = evidence.override?.reason ?? '';
    this.untilText = evidence.override?.until ?? '';
  }

  get ratio(): number {
    return this.#evidence ? readRatio(this.ratioText, this.#evidence.step) : NaN;
  }

  get until(): Month | null | undefined {
    return readUntil(this.untilText, this.#month);
  }

  get errors(): Partial<Record<Field, string>> {
    const unexplained = this.reason.trim() === '';
    return {
      ...this.#ratioError(),
      ...(unexplained && { reason: t().why.overrideEditor.needReason }),
      ...this.#untilError(),
    };
  }

  get valid(): boolean {
    return this.#evidence !== null && Object.keys(this.errors).length === 0;
  }

  #ratioError(): { ratio?: string } {
    const words = t().why.overrideEditor;
    if (!(this.ratio > 0)) return { ratio: words.needRatio };
    return this.#evidence?.step === 'share' && this.ratio > 1 ? { ratio: words.needShare } : {};
  }

  #untilError(): { until?: string } {
    const words = t().why.overrideEditor;
    if (this.until === undefined) return { until: words.needMonth };
    const early = this.until !== null && this.until < this.#month;
    return early ? { until: words.untilBefore(this.#month) } : {};
  }
}
