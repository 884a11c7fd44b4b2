/**
 * `npm run fuzz -- [minutes] [first seed]`: broken files through the commands, until the time is over. A child process
 * does the work with a cap on its memory; a seed that takes too long ends it, and the run goes on behind that seed.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const [minutes = '1', first = '1'] = process.argv.slice(2);
const endsAt = performance.now() + Number(minutes) * 60_000;
const patienceMs = 20_000;
const slowMs = 5000;
const capMib = 1024;

const message = z.object({
  seed: z.number(),
  kinds: z.array(z.string()),
  command: z.string(),
  broken: z.array(z.string()),
  peakMib: z.number(),
  ms: z.number(),
});

const counts = new Map<string, number>();
const finds: string[] = [];
let peakMib = 0;
let runs = 0;

function note({ seed, kinds, command, broken, ms, peakMib: peak }: z.infer<typeof message>): void {
  runs += 1;
  peakMib = Math.max(peakMib, peak);
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const what of broken) finds.push(`seed ${seed} (${command}): ${what}`);
  if (ms > slowMs) finds.push(`seed ${seed} (${command}): took ${Math.round(ms)} ms`);
}

/** Works from `from` on until the child ends; gives the seed to go on with. */
function workFrom(from: number): Promise<number> {
  return new Promise((resolve) => {
    let seed = from;
    const child = fork(join(import.meta.dirname, 'worker.ts'), [String(from)], {
      execArgv: ['--import', 'tsx', '--disable-proto=throw', '--max-old-space-size=512'],
    });
    let timer = setTimeout(hung, patienceMs);
    function hung(): void {
      finds.push(`seed ${seed}: no end within ${patienceMs} ms`);
      child.kill('SIGKILL');
    }
    child.on('message', (sent) => {
      const told = message.parse(sent);
      clearTimeout(timer);
      timer = setTimeout(hung, patienceMs);
      note(told);
      seed = told.seed + 1;
      if (performance.now() > endsAt) child.kill();
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (code !== null && code !== 0)
        finds.push(`seed ${seed}: the process ended with ${code} (${signal ?? 'no signal'})`);
      resolve(code === 0 ? seed : seed + 1);
    });
  });
}

let seed = Number(first);
while (performance.now() < endsAt) seed = await workFrom(seed);

for (const [kind, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${String(count).padStart(7)}  ${kind}`);
console.log(`${runs} cases, seeds ${first} to ${seed - 1}, peak ${Math.round(peakMib)} MiB, ${finds.length} finds`);
for (const find of finds) console.log(find);
if (peakMib > capMib) console.log(`memory went beyond ${capMib} MiB`);
process.exitCode = finds.length > 0 || peakMib > capMib ? 1 : 0;
