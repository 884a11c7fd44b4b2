/** `docs/PROMISES.md`: every test that it names is there; and the promises that are about the source itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

const rows = readFileSync(join(root, 'docs/PROMISES.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const match = /^\| (?:(P\d+) .* )?\| `(.+)` \| `(.+)` \|$/.exec(line);
    return match ? [{ promise: match[1], name: match[2] ?? '', file: match[3] ?? '' }] : [];
  });

test('each of the fourteen promises has a test', () => {
  const promises = rows.flatMap(({ promise }) => promise ?? []);
  expect(promises).toEqual(Array.from({ length: 14 }, (_, at) => `P${at + 1}`));
});

test.each(rows)('$file has: $name', ({ name, file }) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(`'${name}'`);
});

test('no file of src reaches for the network or another program', () => {
  const src = join(root, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const reaching =
    /'(?:node:)?(?:net|tls|dgram|dns|http|https|http2|child_process|cluster|inspector|vm|repl)(?:\/promises)?'|\bfetch\(|\bWebSocket\b|\beval\(|\bnew Function\b/;
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((path) => reaching.test(readFileSync(join(src, path), 'utf8')))).toEqual([]);
});
