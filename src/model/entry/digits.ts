/** Which mark separates decimals; unknown: each number decides for itself. */
export type DecimalMark = '.' | ',';

const groupedBy = (mark: string) => new RegExp(`^\\d{1,3}(?:\\${mark}\\d{3})+$`);
const GROUPED: Readonly<Record<string, RegExp>> = {
  ',': groupedBy(','),
  '.': groupedBy('.'),
  "'": groupedBy("'"),
  ' ': groupedBy(' '),
};

const ungroup = (text: string, mark: string): string | null =>
  GROUPED[mark]!.test(text) ? text.replaceAll(mark, '') : null;

/** Decides what a lone `,` or `.` is: `1,234` groups, `3,5` is a decimal comma, unless the column says otherwise. */
function oneKindOfMark(text: string, mark: ',' | '.', decimal: DecimalMark | undefined): string | null {
  const repeated = text.indexOf(mark) !== text.lastIndexOf(mark);
  const fraction = text.length - text.indexOf(mark) - 1;
  const couldGroup = GROUPED[mark]!.test(text) && !text.startsWith('0');
  const usuallyGroups = mark === ',' ? decimal !== ',' : decimal === ',';
  if (repeated || (couldGroup && usuallyGroups)) return ungroup(text, mark);
  if (decimal !== undefined && decimal !== mark) return null;
  if (mark === ',' && decimal === undefined && fraction > 2) return null;
  return text.replace(mark, '.');
}

function twoKindsOfMarks(text: string): string | null {
  const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  const at = text.lastIndexOf(decimal);
  const whole = ungroup(text.slice(0, at), decimal === ',' ? '.' : ',');
  return whole === null ? null : `${whole}.${text.slice(at + 1)}`;
}

/**
 * Unsigned digits with grouping and decimal marks (`1,234`, `1.234,5`, `1'234.5`, `1 234`) as JavaScript digits;
 * null: neither grouping nor decimals read soundly.
 */
export function plainDigits(text: string, decimal?: DecimalMark): string | null {
  if (/^\d+$/.test(text)) return text;
  const lone = /[ ']/.exec(text)?.[0];
  if (lone) {
    const [whole = '', rest] = text.split(/[.,](?=\d*$)/);
    const joined = ungroup(whole, lone);
    return joined === null ? null : rest === undefined ? joined : `${joined}.${rest}`;
  }
  if (!/^[\d.,]*\d[\d.,]*$/.test(text)) return null;
  const comma = text.includes(',');
  const dot = text.includes('.');
  if (comma && dot) return twoKindsOfMarks(text);
  return oneKindOfMark(text, comma ? ',' : '.', decimal);
}
