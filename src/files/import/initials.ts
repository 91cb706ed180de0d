/** The first character of each pinyin initial in collation order; i, u and v begin no syllable. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const collator = new Intl.Collator('zh-CN-u-co-pinyin');

function initialOf(char: string): string {
  if (!/\p{Script=Han}/u.test(char)) return '';
  let letter = '';
  for (let i = 0; i < FIRST.length && collator.compare(FIRST[i]!, char) <= 0; i++) letter = LETTERS[i]!;
  return letter;
}

/** The pinyin initials of a Chinese name (林晓 is LX), '' where a character is not Chinese. */
export function chineseInitials(name: string): string {
  const initials = Array.from(name, initialOf);
  return initials.includes('') ? '' : initials.join('');
}

/** The initials of a Latin name of two or three syllables (Lin Xiao is LX, Xiao Lin too), in both orders. */
export function latinInitials(name: string): string[] {
  const words = name.trim().split(/[\s.\-_]+/);
  if (words.length < 2 || words.length > 3 || !words.every((word) => /^[a-z']{1,7}$/i.test(word))) return [];
  const initials = words.map((word) => (word[0] ?? '').toUpperCase());
  return [initials.join(''), [...initials.slice(1), initials[0]].join('')];
}
