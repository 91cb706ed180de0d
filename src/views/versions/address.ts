/** A cell as the address of the screen names it. */
export interface CellAddress {
  readonly id: string;
  readonly field: string;
}

const CELL = /^cell (\S+) (.+)$/;

export const formatCell = ({ id, field }: CellAddress): string => `cell ${id} ${field}`;

/** The unit that the log is opened for: `log ann`. */
export const logUnit = (at: string | null): string | null => /^log (\S+)$/.exec(at ?? '')?.[1] ?? null;

export function readCell(at: string | null): CellAddress | null {
  const [, id, field] = CELL.exec(at ?? '') ?? [];
  return id !== undefined && field !== undefined ? { id, field } : null;
}
