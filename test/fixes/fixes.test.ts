/** Every code of data: files that have it, and what its remedy says to do, after which it is gone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemCodes } from '../../src/problems/catalogue.ts';
import { commandWords, runSession } from '../support/run-session.ts';
import { cellFixes } from './cases/cells.ts';
import { evaluationFixes } from './cases/evaluation.ts';
import { fileFixes } from './cases/files.ts';
import { rowFixes } from './cases/rows.ts';
import { schemaFixes } from './cases/schema.ts';
import { tableFixes } from './cases/tables.ts';
import { targetFixes } from './cases/targets.ts';
import { edited, type Files, type Fix, type Told } from './fix.ts';

const fixes: Readonly<Record<string, Fix>> = {
  ...fileFixes,
  ...tableFixes,
  ...cellFixes,
  ...rowFixes,
  ...schemaFixes,
  ...evaluationFixes,
  ...targetFixes,
};

/** Codes without a fix of data, each with the reason. */
const without: Readonly<Record<string, string>> = {
  'table/more-problems': 'of 600,000 problems and more, each with a fix of its own: test/unit/validate/ledger.test.ts',
  'into/title-taken': 'of the workbook that --into copies, where both names are fine: test/unit/app/into.test.ts',
  'into/recalculate': 'of the workbook that --into copies, nothing is wrong with it: test/unit/app/into.test.ts',
  'into/other-version':
    'needs a template of a version of the data sheets that is still to come: test/unit/app/into.test.ts',
  'targets/not-computed': 'every KPI that a target file can name is computed at present',
};

const documentShape = z.object({
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.string(),
      file: z.string(),
      cell: z.string().nullable(),
      remedy: z.string(),
      params: z.record(z.string(), z.unknown()),
    }),
  ),
});

async function problemsOf(files: Files, { command = 'validate', unnamed = [] }: Fix, flags = ''): Promise<Told[]> {
  const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-fix-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`);
    }
    const named = Object.keys(files).filter((name) => !unnamed.includes(name));
    const { args } = commandWords(`${command} ${flags} --json`);
    const { code, out, both } = await runSession(folder, [...args, ...named]);
    expect([0, 1], both).toContain(code);
    return documentShape.parse(JSON.parse(out)).problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mended(files: Files, { edit, change = {} }: Fix, problem: Told): Files {
  const changed = edit === undefined ? files : edited(files, edit(problem));
  const all = Object.entries({ ...changed, ...change });
  return Object.fromEntries(all.flatMap(([name, content]) => (content === null ? [] : [[name, content]])));
}

test.each(Object.entries(fixes))('%s: the fix is a fix', async (code, fix) => {
  const before = await problemsOf(fix.files, fix);
  const beside = new Set([code, ...(fix.beside ?? [])]);
  const others = before.filter((found) => !beside.has(found.code) && found.severity === 'error');
  const one = before.find((found) => found.code === code);
  expect([one?.code, others.map((found) => found.code)]).toEqual([code, []]);
  if (one === undefined) return;
  expect(one.remedy).not.toBe('');
  // The remedy names the very flags that do it.
  for (const [flag] of (fix.flags ?? '').matchAll(/--[a-z-]+/g)) expect(one.remedy).toContain(flag);
  const after = await problemsOf(mended(fix.files, fix, one), fix, fix.flags);
  const left = after.filter((found) => found.code === code || found.severity === 'error');
  expect(left.filter(({ severity }) => severity !== fix.staysAs).map((found) => [found.code, found.cell])).toEqual([]);
});

test('every code of the catalogue has a fix, or a reason why it needs none', () => {
  const has = (code: string) => Object.hasOwn(fixes, code) || Object.hasOwn(without, code);
  expect(problemCodes.filter((code) => !has(code))).toEqual([]);
  const known: ReadonlySet<string> = new Set(problemCodes);
  expect([...Object.keys(fixes), ...Object.keys(without)].filter((code) => !known.has(code))).toEqual([]);
  expect(Object.keys(without).filter((code) => Object.hasOwn(fixes, code))).toEqual([]);
});

test.each(problemCodes)('explain %s says what to do, in both languages', async (code) => {
  for (const [lang, word] of [
    ['en', 'Fix'],
    ['zh-CN', '修正'],
  ] as const) {
    const { code: exit, out } = await runSession(tmpdir(), ['explain', code, '--lang', lang]);
    expect([exit, out]).toEqual([0, expect.stringContaining(word)]);
  }
});
