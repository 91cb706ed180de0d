import type { Page } from '@playwright/test';

/** A year of one rep, as it is copied out of a Chinese spreadsheet. */
export const ONE_REP = [
  ['月份', '拨打量', '接通量', '有效沟通', '意向数', '储备(元)', '回款(元)'],
  ['2026-05', '1,782', '509', '131', '25', '128,400', '25,300'],
  ['2026-06', '1,865', '548', '139', '28', '141,900', '29,650'],
  ['2026-07', '1,903', '551', '137', '27', '137,900', '27,880'],
  ['2026-08', '1,824', '537', '133', '27', '137,700', '27,620'],
  ['2026-09', '1,741', '503', '129', '26', '130,700', '26,910'],
  ['2026-10', '1,652', '485', '122', '24', '124,100', '25,490'],
];

export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\r\n');
export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(',')).join('\r\n');

/** A deterministic team: `reps` people in two groups over `months` months before `until`. */
export function teamTable(reps: number, months: number, until = '2026-10'): string[][] {
  const rows = [['团队', '姓名', '月份', '外呼', '接通', '深沟', '意向客户', '储备金额', '成交金额']];
  const last = Number(until.slice(0, 4)) * 12 + Number(until.slice(5)) - 1;
  for (let rep = 0; rep < reps; rep++)
    for (let back = months - 1; back >= 0; back--) {
      const n = last - back;
      const month = `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
      const dials = 1500 + ((rep * 37 + back * 53) % 400);
      const connects = Math.round(dials * (0.26 + (rep % 5) * 0.01));
      const conversations = Math.round(connects * 0.25);
      const intents = Math.round(conversations * 0.2);
      const pipeline = intents * (4800 + (rep % 4) * 150);
      const revenue = Math.round(pipeline * (0.19 + (rep % 3) * 0.01));
      const numbers = [dials, connects, conversations, intents, pipeline, revenue].map(String);
      rows.push([rep % 2 ? '电销二组' : '电销一组', `成员${rep + 1}`, month, ...numbers]);
    }
  return rows;
}

let gb18030: Map<string, number[]> | null = null;

/** Node decodes GB18030 but does not encode it: the two-byte range is read backward. */
export function encodeGb18030(text: string): Uint8Array {
  if (!gb18030) {
    gb18030 = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++)
        if (trail !== 0x7f) gb18030.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
  const table = gb18030;
  return new Uint8Array(
    Array.from(text).flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (table.get(char) ?? [63]))),
  );
}

/** Puts text on the real clipboard and presses the keys that paste it. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('ControlOrMeta+v');
}

/** Types as an IME does: a key that says only "Process", then the composition, at last its result. */
export async function compose(page: Page, steps: readonly string[], result: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const text of steps) {
    const key = { type: 'rawKeyDown', key: 'Process', code: 'KeyN', windowsVirtualKeyCode: 229 } as const;
    await devtools.send('Input.dispatchKeyEvent', key);
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await devtools.send('Input.insertText', { text: result });
}

export const clipboardText = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

/** Files let go over the window. */
export async function drop(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const sent = files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of dropped)
      dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, sent);
}
