/**
 * Sessions: a folder holds a `command` and what it must print. Settings stand before the command: `COLUMNS=120` sets the
 * width, `TTY=1` makes both streams a terminal, any other is an environment variable. `npm run golden` writes anew.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { schemaOfDocument } from '../../src/report/schemas/index.ts';
import { commandWords, runSession } from '../support/run-session.ts';
import { writeSessionInputs } from '../support/session-inputs.ts';

const root = import.meta.dirname;
const machinery = new Set(['command', 'expected.txt']);
const folders = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(path) === 'command')
  .map((path) => dirname(path))
  .sort();

test.each(folders)('%s', async (name) => {
  const folder = join(root, name);
  const workplace = mkdtempSync(join(tmpdir(), 'salesmetrics-session-'));
  try {
    writeSessionInputs(workplace);
    cpSync(folder, workplace, { recursive: true, filter: (path) => !machinery.has(basename(path)) });
    const { settings, args } = commandWords(readFileSync(join(folder, 'command'), 'utf8'));
    const columns = Number(settings.get('COLUMNS') ?? 80);
    const isTty = settings.get('TTY') === '1';
    const env = Object.fromEntries([...settings].filter(([key]) => key !== 'COLUMNS' && key !== 'TTY'));
    const { code, out, both, written } = await runSession(workplace, args, { columns, isTty, env });
    const files = written.map((file) => `--- wrote ${file}\n`).join('');
    await expect(`${both}${files}--- exit ${code}\n`).toMatchFileSnapshot(join(folder, 'expected.txt'));
    if (args.includes('--json') && out !== '') holdToSchema(JSON.parse(out), name);
    if (isTty) expect(tooWide(both, columns)).toEqual([]);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
});

/** A document that `--json` prints is what its schema in `templates/` says, no more and no less. */
function holdToSchema(document: unknown, name: string): void {
  const schema = schemaOfDocument(document);
  expect(schema, `${name}: a document without a schema`).toBeDefined();
  schema?.parse(document);
}

/** Lines that a terminal of `columns` cells would break. */
function tooWide(text: string, columns: number): string[] {
  return text.split('\n').filter((line) => stringWidth(line.replace(/^! ?/, '')) > columns);
}
