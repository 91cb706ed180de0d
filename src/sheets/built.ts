import { t } from '../i18n/i18n.svelte.ts';
import { failureSentence } from './sentence.ts';
import type { Change } from '../model/diff.ts';
import type { Failure, Result } from '../model/failure.ts';
import type { Values } from '../model/json.ts';
import type { SheetContext } from './definition.ts';
import type { CellEdit, EditOutcome, EditReason } from './sheet.ts';

/** Gathers what the edits of one act come to: the good ones change, the bad ones are said. */
export class Outcome {
  readonly changes: Change[] = [];
  private readonly rejected: EditOutcome['rejected'][number][] = [];
  private readonly created = new Map<string, { [field: string]: Values[string] }>();
  private taken = 0;

  constructor(private readonly context: Pick<SheetContext, 'get'>) {}

  /** Sets a field of a record that may not exist yet. */
  set(id: string, field: string, value: Values[string]): void {
    const fresh = this.created.get(id);
    if (fresh) fresh[field] = value;
    else if (this.context.get(id)) this.changes.push({ id, field, value });
    else if (value !== null) {
      const values = { [field]: value };
      this.created.set(id, values);
      this.changes.push({ create: id, values });
    }
    this.taken++;
  }

  /** Hands a read value on, or says what is wrong with it. */
  take<T>(edit: CellEdit, read: Result<T>, use: (value: T) => void): void {
    if (read.ok) use(read.value);
    else this.refuse(edit, read.failure);
  }

  refuse(edit: CellEdit, why: Failure | string): void {
    this.rejected.push({ ...edit, message: typeof why === 'string' ? why : failureSentence(why) });
  }

  done(reason: EditReason): EditOutcome {
    const summary = reason === 'paste' && this.taken > 1 ? t().sheets.pasted(this.taken) : '';
    return { changes: this.changes, rejected: this.rejected, summary };
  }
}
