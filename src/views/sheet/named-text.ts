const BLANK = /^(?:空|blank|-|--|—|n\/?a|null|调休|请假|leave|off)?$/i;
/** 12.8万, ¥1,200, 96次: a number all the same. */
const NUMBER = /^[¥$€£]?[-−+]?[\d,.，．\s]+(?:万|千|亿|元|次|个|通|%|k|w)?$/i;

/** A text with words where numbers would stand: a header, a name, a line of a chat. */
export const namesSomething = (text: string): boolean =>
  text
    .split(/\r\n?|\n/)
    .slice(0, 3)
    .flatMap((line) => line.split('\t'))
    .some((cell) => !BLANK.test(cell.trim()) && !NUMBER.test(cell.normalize('NFKC').trim()));
