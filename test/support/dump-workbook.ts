/** A workbook as text for golden tests: sheet, address, value, formula, number format, bold. Its bytes say too little. */
import exceljs, { type Cell } from 'exceljs';

export async function dumpWorkbook(bytes: Uint8Array): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const lines: string[] = [];
  for (const sheet of workbook.worksheets) {
    lines.push(`[${sheet.name}] ${sheet.rowCount} x ${sheet.columnCount}`);
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.isMerged && cell.master !== cell) return;
        lines.push(describe(cell));
      });
    });
  }
  return `${lines.join('\n')}\n`;
}

function describe(cell: Cell): string {
  const { address, formula, numFmt, font } = cell;
  const value = formula ? cell.result : cell.value;
  const shown = value instanceof Date ? `date ${value.toISOString().slice(0, 10)}` : JSON.stringify(plain(value));
  const parts = [address, shown, formula ? `=${formula}` : '', numFmt ?? '', font?.bold === true ? 'bold' : ''];
  return parts.filter((part) => part !== '').join('  ');
}

/** A linked text is shown as its text: links are in the parts, see the tests of `write/xlsx`. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'hyperlink' in value && 'text' in value ? value.text : value;
}
