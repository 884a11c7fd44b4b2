/** The generated inputs are what the code makes; each `sh` block of a README runs and prints what the README shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleFiles } from '../scripts/example/files.ts';
import { blocksOf, guides, readmes, root, Workshop } from './support/readme.ts';

test.each(exampleFiles)('$path is what the code makes', async ({ path, make }) => {
  const made = Buffer.from(await make());
  expect(made.equals(readFileSync(join(root, path)))).toBe(true);
});

describe.each(readmes())('%s', (path) => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = new Workshop();
  });
  afterAll(() => {
    workshop.remove();
  });

  test.each(blocksOf(readFileSync(join(root, path), 'utf8')))('$command', async ({ command, output }) => {
    const printed = await workshop.run(command);
    if (output !== null) expect(printed).toBe(output);
  });
});

const pairs = [['README.md', 'README.zh-CN.md'] as const, ...guides()];

test.each(pairs)('%s and its Chinese page show the same commands in the same order', (...pair) => {
  const [english, chinese] = pair.map((path) =>
    blocksOf(readFileSync(join(root, path), 'utf8')).map(({ command }) => command.replaceAll(' --lang zh-CN', '')),
  );
  expect(chinese).toEqual(english);
});

test.each(pairs)('%s and its Chinese page are the same line for line, but for words and what is printed', (...pair) => {
  const [english, chinese] = pair.map((path) =>
    readFileSync(join(root, path), 'utf8')
      .replaceAll(/```text\n[\s\S]*?```/g, '```text```')
      .split('\n')
      .map(kindOf),
  );
  expect(chinese).toEqual(english);
});

/** What a line of a page is: the mark it begins with; of a row of a table how many cells it has. */
function kindOf(line: string): string {
  if (line.startsWith('|')) return '|'.repeat(line.split('|').length - 1);
  return /^(?:#+ |- |\d+\. | {4}|```.*|$)/.exec(line)?.[0] ?? 'text';
}

test('the first commands of the README do everything on a fresh machine', () => {
  const commands = blocksOf(readFileSync(join(root, 'README.md'), 'utf8')).map(({ command }) => command);
  expect(commands[0]).toBe('npm install && npx salesmetrics evaluate examples/first-run/q1.xlsx');
  expect(commands.find((command) => command.includes('npm test'))).toBe('npm install && npm test');
});
