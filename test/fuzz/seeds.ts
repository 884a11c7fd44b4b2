/** Sound files to start from: exports and targets as text in several dialects, and as workbooks. */
import type { Random } from '../support/random.ts';
import { workbookParts, type ZipPart } from '../support/zip.ts';
import { hostileTexts } from './mutate.ts';

const headings = ['Order ID', 'Order Date', 'Customer', 'Rep', 'Region', 'Status', 'Quantity', 'Amount'] as const;
const chineseHeadings = ['订单号', '下单日期', '客户名称', '销售员', '大区', '状态', '数量', '金额'] as const;

/** Rows of an export, the headings first; now and then a cell, or a heading, is a hostile text. */
function orderRows(random: Random): string[][] {
  const top = [...random.pick([headings, chineseHeadings])];
  const rows = Array.from({ length: random.between(1, 25) }, (_, at) => [
    String(1000 + at),
    `2024-0${random.between(1, 6)}-${String(random.between(1, 28)).padStart(2, '0')}`,
    random.pick(['Acme', 'Müller, Söhne', '华东 "一" 部', 'O’Neill\nLtd']),
    random.pick(['Wang Fang', 'Li', 'Sam']),
    random.pick(['North', 'South', '']),
    random.pick(['completed', 'cancelled', 'paid']),
    String(random.between(1, 9)),
    random.pick(['100', '1,234.50', '-12.5', '(30)', '1.2万', '0', '99.999']),
  ]);
  const all = [top, ...rows];
  for (let left = random.between(0, 3); left > 0; left -= 1) {
    const row = random.pick(all);
    row[random.between(0, row.length - 1)] = random.pick(hostileTexts);
  }
  return all;
}

/** An export as a text file, quoted as RFC 4180 wants it. */
export function csvSeed(random: Random): { readonly text: string; readonly delimiter: string } {
  const delimiter = random.pick([',', ';', '\t', '|']);
  const ending = random.pick(['\n', '\r\n']);
  const quoted = (cell: string): string =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = orderRows(random)
    .map((row) => row.map(quoted).join(delimiter))
    .join(ending);
  return { text: text + random.pick(['', ending]), delimiter };
}

/** An export, and with luck its targets, as the parts of a workbook. */
export function workbookSeed(random: Random): ZipPart[] {
  const strings: string[] = [];
  const sheets = [{ name: 'Orders', rows: sheetRows(orderRows(random), strings, random) }];
  if (random.between(0, 1) === 1) {
    const targets = [
      ['Rep', '2024-01', '2024-02', '2024-03'],
      ['Wang Fang', '100', '200', '300'],
    ];
    sheets.push({ name: 'Targets', rows: sheetRows(targets, strings, random) });
  }
  return workbookParts({
    sheets,
    strings: strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join(''),
    formats: ['General', 'yyyy-mm-dd', '0.00%', '#,##0.00'],
    is1904: random.between(0, 9) === 0,
  });
}

function sheetRows(rows: readonly (readonly string[])[], strings: string[], random: Random): string {
  return rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((c, at) => cell(c, at, row)).join('')}</row>`)
    .join('');

  function cell(text: string, at: number, row: number): string {
    const place = `r="${String.fromCodePoint(65 + at)}${row + 1}"`;
    if (/^-?\d+(?:\.\d+)?$/.test(text)) return `<c ${place} s="${random.between(0, 3)}"><v>${text}</v></c>`;
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return `<c ${place} s="1"><v>${45_292 + row}</v></c>`;
    if (random.between(0, 2) === 0) return `<c ${place} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    strings.push(text);
    return `<c ${place} t="s"><v>${strings.length - 1}</v></c>`;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
