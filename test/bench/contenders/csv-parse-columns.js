// csv-parse with a row object per record, merely reading.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const [path] = process.argv.slice(2);
let rows = 0;
for await (const record of createReadStream(path).pipe(parse({ columns: true, bom: true }))) if (record) rows += 1;
console.log(rows);
