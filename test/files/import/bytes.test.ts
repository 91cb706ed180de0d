import { describe, expect, it } from 'vitest';
import { createTableReader } from '../../../src/files/import/reader.ts';
import { factsFor, gb18030, utf16, written } from './tables.ts';

const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

async function read(bytes: Uint8Array) {
  const reader = createTableReader();
  const info = await reader.open(new Blob([bytes as BlobPart]), {});
  if (!info.ok) return info.failure;
  return { encoding: info.value.encoding, cells: written(reader.draft({ facts: factsFor() })) };
}

const TABLE = '小组,姓名,月份,外呼\n一组,林晓,2026-05,100\n一组,丁一一,2026-05,90\n';
const CELLS = ['林晓 2026-05 dials 100', '丁一一 2026-05 dials 90'];

describe('bytes of a text file', () => {
  it.each([
    ['UTF-16 LE', utf16(TABLE, true, false), 'utf-16le'],
    ['UTF-16 BE', utf16(TABLE, false, false), 'utf-16be'],
  ])(
    '%s without a mark is known by its zeros, though 一 has one on the other side',
    async (_, bytes, encoding) => expect(await read(bytes)).toEqual({ encoding, cells: CELLS }),
  );

  it('GB18030 characters of four bytes stay whole', async () => {
    const [before = '', after = ''] = '姓名,月份,外呼\n林?,2026-05,100\n'.split('?');
    // 𠮷 and 㐂 have no two-byte form.
    const bytes = joined(gb18030(before), Uint8Array.of(0x95, 0x34, 0xa0, 0x33), gb18030(after));
    const text = new TextDecoder('gb18030').decode(Uint8Array.of(0x95, 0x34, 0xa0, 0x33));
    expect(text).not.toContain('\ufffd');
    expect(await read(bytes)).toEqual({ encoding: 'gb18030', cells: [`林${text} 2026-05 dials 100`] });
  });

  it('stray zero bytes are dropped', async () => {
    const long = TABLE + '二组,赵凯,2026-05,1\n'.repeat(100);
    const bytes = new TextEncoder().encode(long.replace('100', '1\u000000'));
    expect(await read(bytes)).toMatchObject({
      encoding: 'utf-8',
      cells: [CELLS[0], CELLS[1], expect.anything()],
    });
  });

  it('UTF-8 that was cut within a character stays UTF-8', async () => {
    const bytes = new TextEncoder().encode(TABLE + '二组,赵凯,2026-05,1\n'.repeat(200) + '三组,吴');
    expect(await read(bytes.subarray(0, -1))).toMatchObject({ encoding: 'utf-8' });
  });

  it('a header without rows has nothing to import, and says so without a problem', async () => {
    expect(await read(ascii('rep,month,dials\n'))).toEqual({ encoding: 'utf-8', cells: [] });
  });
});

describe('files that are no text', () => {
  const zip = (...names: string[]) => joined(ascii('PK\u0003\u0004'), ascii(names.join(' ')));
  it.each([
    ['an Excel workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'Excel'],
    ['an old Excel file, or one with a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'Excel'],
    ['a Numbers document', zip('Index/Document.iwa'), 'Numbers'],
    ['an OpenDocument sheet', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'LibreOffice'],
  ])('%s is named, to be saved as CSV there', async (_, bytes, program) =>
    expect(await read(bytes)).toEqual({ code: 'fileSpreadsheet', values: { program } }),
  );

  it.each([
    ['another archive', zip('photo.jpg')],
    ['a PDF', ascii('%PDF-1.7')],
    ['noise', Uint8Array.from({ length: 500 }, (_, i) => ((i * 7919) % 251) & 3)],
  ])('%s is no table', async (_, bytes) => expect(await read(bytes)).toEqual({ code: 'fileNotText' }));
});

describe('a page of HTML that a CRM calls .xls', () => {
  const HTML = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><title>导出</title>
<style>td{mso-number-format:"\\@"}</style></head><body><table border=1>
<tr><td colspan="4">通话统计&nbsp;2026</td></tr>
<tr><th>团队</th><th>姓名</th><th>月份</th><th>外呼量</th></tr>
<tr><td rowspan=2>华东</td><td>林晓</td><td>2026-05</td><td>1,782</td></tr>
<tr><td>A &amp; B&#60;x&gt;</td><td>2026-06</td><td></td></tr>
<!-- <tr><td>赵凯</td></tr> -->
<tr><td>合计</td><td></td><td></td><td>1,782</td></tr>
</table><script>alert(1)</script></body></html>`;

  it('is read as the table in it', async () => {
    const reader = createTableReader();
    const info = await reader.open(new Blob([gb18030(HTML) as BlobPart]), {});
    expect(info).toMatchObject({ ok: true, value: { encoding: 'gb18030', delimiter: null, rows: 5 } });
    const draft = reader.draft({ facts: factsFor() });
    expect(draft.people).toEqual([
      expect.objectContaining({ name: '林晓', team: '华东' }),
      expect.objectContaining({ name: 'A & B<x>', team: '华东' }),
    ]);
    expect(draft.counts).toMatchObject({ title: 1, total: 1, good: 2 });
  });

  it('is read from the old XML of Excel too', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns:ss="x"><Worksheet><Table>
<Row><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data>月份</Data></Cell><Cell><Data>外呼</Data></Cell><Cell><Data>接通</Data></Cell></Row>
<Row><Cell><Data>林晓</Data></Cell><Cell><Data>2026-05</Data></Cell><Cell ss:Index="4"><Data>30</Data></Cell></Row>
</Table></Worksheet></Workbook>`;
    expect(await read(new TextEncoder().encode(xml))).toMatchObject({
      cells: ['林晓 2026-05 dials blank', '林晓 2026-05 connects 30'],
    });
  });

  it('cannot grow a cell over a million others', async () => {
    const wide = '<table><tr><td colspan=99999999>x</td></tr><tr><td rowspan=99999999>y</td></tr></table>';
    const reader = createTableReader();
    const info = await reader.open(wide, {});
    expect(info.ok && reader.draft({ facts: factsFor() }).columns.length).toBe(1000);
  });
});
