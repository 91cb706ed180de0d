const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/**
 * Chinese numerals up to 9,999万 as a suggestion to correct by: 一千八 gives 1800, 二百三十 gives 230. Null where it is
 * not one. Never taken without a person's word: 一千八 could also be a slip.
 */
export function readNumerals(text: string): number | null {
  if (text.length < 2 || !/^[〇零一二两三四五六七八九十百千万]+$/.test(text)) return null;
  const [high, low] = text.split('万');
  if (low !== undefined && text.indexOf('万') !== text.lastIndexOf('万')) return null;
  if (low === undefined) return below10000(high ?? '');
  return (
    below10000(high ?? '') * 10_000 +
    (/^[一二两三四五六七八九]$/.test(low) ? DIGITS[low]! * 1000 : below10000(low))
  );
}

function below10000(text: string): number {
  let total = 0;
  let digit = 0;
  let place = 0;
  for (const char of text) {
    const worth = PLACES[char];
    if (worth === undefined) {
      digit = DIGITS[char] ?? 0;
      // 一千零八 is 1008, 一千八 is 1800.
      if (char === '零') place = 0;
    } else {
      total += (digit || 1) * worth;
      digit = 0;
      place = worth;
    }
  }
  return total + digit * (place >= 100 ? place / 10 : 1);
}
