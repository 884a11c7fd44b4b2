// exceljs's streaming reader, merely reading every row.
import ExcelJS from 'exceljs';

const [path] = process.argv.slice(2);
const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
  worksheets: 'emit',
  sharedStrings: 'cache',
  styles: 'cache',
  hyperlinks: 'ignore',
});
let cells = 0;
for await (const sheet of reader) for await (const row of sheet) cells += row.cellCount;
console.log(cells);
