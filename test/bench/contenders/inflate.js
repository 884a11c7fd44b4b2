// Only inflates the sheet of the workbook: what no reader of it can beat.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

const [path] = process.argv.slice(2);
const { start, size } = await findSheet(path);
let bytes = 0;
const inflate = createInflateRaw({ chunkSize: 1 << 20 });
createReadStream(path, { start, end: start + size - 1, highWaterMark: 1 << 20 }).pipe(inflate);
for await (const chunk of inflate) bytes += chunk.length;
console.log(bytes);

// The bench writes its workbooks itself, with sizes in the local headers, so the parts can be walked from the front.
async function findSheet(file) {
  const handle = await open(file);
  const header = Buffer.alloc(512);
  for (let at = 0; ; ) {
    await handle.read(header, 0, 512, at);
    const [packed, nameLength, extraLength] = [
      header.readUInt32LE(18),
      header.readUInt16LE(26),
      header.readUInt16LE(28),
    ];
    const name = header.toString('latin1', 30, 30 + nameLength);
    const data = at + 30 + nameLength + extraLength;
    if (name === 'xl/worksheets/sheet1.xml') {
      await handle.close();
      return { start: data, size: packed };
    }
    at = data + packed;
  }
}
