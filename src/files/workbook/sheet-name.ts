const MOST = 31;
/** Excel keeps this name for itself. */
const RESERVED = 'history';

/** A name that a sheet may have: none of []:*?/\, no apostrophe at its ends, 31 characters, unlike the ones taken. */
export function sheetName(wanted: string, taken: readonly string[] = []): string {
  const legal = wanted
    .replace(/[\][:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  const used = new Set([RESERVED, ...taken.map((name) => name.toLowerCase())]);
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`;
    const name = `${(legal || 'Sheet').slice(0, MOST - end.length).replace(/'+$/, '')}${end}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** As formulas write it before a cell: 'Ratios'!D5. */
export const sheetRef = (name: string): string => `'${name.replaceAll("'", "''")}'!`;
