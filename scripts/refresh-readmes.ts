/** Puts what the commands print today into the READMEs; `git diff` then shows what changed for users. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmes, refresh, root, Workshop } from '../test/support/readme.ts';

for (const path of readmes().filter((name) => existsSync(join(root, name)))) {
  const workshop = new Workshop();
  const before = readFileSync(join(root, path), 'utf8');
  const after = await refresh(before, (command) => workshop.run(command));
  workshop.remove();
  if (after === before) continue;
  writeFileSync(join(root, path), after);
  console.log(`${path} is new`);
}
