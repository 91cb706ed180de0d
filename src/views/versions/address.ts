/** A cell as the address of the screen names it. */
export interface CellAddress {
  readonly id: string;
  readonly field: string;
}

const CELL = /^cell (\S+) (.+)$/;

export const formatCell = ({ id, field }: CellAddress): string => `cell ${id} ${field}`;

export function readCell(at: string | null): CellAddress | null {
  const [, id, field] = CELL.exec(at ?? '') ?? [];
  return id !== undefined && field !== undefined ? { id, field } : null;
}
