/** Every text file of the collection of nasty files: read right or refused, as its manifest says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { columnLetters } from '../../../../src/model/place.ts';
import { type RawFile, rawCellText } from '../../../../src/model/raw-table.ts';
import { UserError } from '../../../../src/problems/user-error.ts';
import { openFile } from '../../../../src/read/open.ts';
import { tableOf } from '../../../support/read-cells.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data/nasty');

interface Case {
  readonly in: string | null;
  readonly expect: {
    readonly outcome: readonly string[];
    readonly cells?: Readonly<Record<string, string>>;
    readonly not?: readonly string[] | null;
  };
}

function textCases(): { readonly name: string; readonly expected: Case['expect'] }[] {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) {
    console.log('skipped: ../shared/data/nasty is not there');
    return [];
  }
  const { cases } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly cases: readonly Case[] };
  return cases
    .map(({ in: name, expect: expected }) => ({ name: name ?? '', expected }))
    .filter(({ name }) => /\.(?:csv|tsv|txt|psv|ssv|prn|dif|slk)$/.test(name));
}

function cellsByName(file: RawFile): Map<string, string> {
  const { columns, shownRows } = tableOf(file);
  const cells = new Map<string, string>();
  for (const [row, shown] of shownRows.entries()) {
    for (const [index, column] of columns.entries()) {
      const text = rawCellText(column, row);
      if (text !== '') cells.set(`${columnLetters(index + 1)}${shown}`, text);
    }
  }
  return cells;
}

const cases = textCases();

describe.skipIf(cases.length === 0)('nasty text files', () => {
  test.each(cases)('$name', async ({ name, expected }) => {
    const outcome = await openFile(join(folder, name)).catch((error: unknown) => error);
    if (outcome instanceof UserError) {
      expect(expected.outcome.some((wanted) => wanted.startsWith('refuse'))).toBe(true);
      return;
    }
    expect(expected.outcome).toContain('ok');
    const cells = cellsByName(outcome as RawFile);
    // The manifest's values are trimmed; ours are as the file spells them.
    const wanted = Object.entries(expected.cells ?? {});
    expect(wanted.map(([cell]) => [cell, cells.get(cell)?.trim()])).toEqual(wanted);
    for (const text of expected.not ?? []) expect([...cells.values()].join('\n')).not.toContain(text);
  });
});
