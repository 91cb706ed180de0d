import type { StepEvidence } from '../../../src/core/ratios/types.ts';

type Cell = number | null;

const column = (rows: readonly (readonly Cell[])[]): Float64Array =>
  Float64Array.from(rows.flat(), (cell) => cell ?? NaN);

export interface Given {
  readonly kind?: StepEvidence['kind'];
  readonly x: readonly (readonly Cell[])[];
  readonly n: readonly (readonly Cell[])[];
  readonly events?: readonly (readonly Cell[])[];
  readonly runningX?: readonly Cell[];
  readonly runningN?: readonly Cell[];
  readonly levels?: readonly (readonly number[])[];
  readonly halfLife?: number;
  readonly assumed?: number | null;
}

/** Evidence from rows per rep, months oldest first, null = blank. */
export function evidenceOf(given: Given): StepEvidence {
  const reps = given.x.length;
  const blank = Array<Cell>(reps).fill(null);
  return {
    kind: given.kind ?? 'share',
    reps,
    months: given.x[0]?.length ?? 0,
    x: column(given.x),
    n: column(given.n),
    ...(given.events && { events: column(given.events) }),
    runningX: column([given.runningX ?? blank]),
    runningN: column([given.runningN ?? blank]),
    levels: (given.levels ?? []).map((groups) => Int32Array.from(groups)),
    halfLife: given.halfLife ?? 3,
    assumed: given.assumed ?? null,
  };
}
