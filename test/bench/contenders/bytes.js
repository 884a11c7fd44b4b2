// One pass over the bytes, counting line ends: what no reader of the CSV in JavaScript can beat.
import { createReadStream } from 'node:fs';

const [path] = process.argv.slice(2);
let lines = 0;
for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
  for (let at = 0; at < chunk.length; at += 1) if (chunk[at] === 10) lines += 1;
}
console.log(lines);
