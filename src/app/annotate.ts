/** `validate --annotate`: a copy of the one workbook that was read, its bad cells marked. */
import { extname } from 'node:path';
import type { Place } from '../model/place.ts';
import { cellName } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { UserError } from '../problems/user-error.ts';
import { openSource } from '../read/source.ts';
import { readPackage } from '../read/xlsx/read-package.ts';
import { noteText } from '../report/validation/note-text.ts';
import { annotate, type CellMark } from '../write/annotate/annotate.ts';
import { saveFile } from '../write/save.ts';
import type { Validation } from './validate.ts';
import type { WriteOptions } from './write-problems.ts';

/** Programs take long to open a sheet with more notes than that. */
const mostNotes = 10_000;

export interface AnnotatedFile {
  readonly cells: number;
  readonly notes: number;
}

/**
 * The workbook that a copy named `out` would be of. Throws UserErrors `annotate/not-a-workbook`, `annotate/several`,
 * `annotate/other-kind`.
 */
export function annotatable({ inputs, sources }: Validation, out: string): string {
  const isFile = ({ path }: { readonly path: string }) => path !== '-' && sources.includes(path);
  const workbooks = inputs.filter((input) => (input.format === 'xlsx' || input.format === 'xlsm') && isFile(input));
  const [workbook, ...others] = workbooks;
  if (workbook === undefined) {
    const [first] = inputs;
    throw new UserError('annotate/not-a-workbook', { file: first?.path ?? '', format: first?.format ?? '' });
  }
  if (others.length > 0) throw new UserError('annotate/several', { files: workbooks.map(({ path }) => path) });
  const [wanted, given] = [`.${workbook.format}`, extname(out).toLowerCase()];
  if (wanted !== given) throw new UserError('annotate/other-kind', { file: out, wanted });
  return workbook.path;
}

export async function writeAnnotated(
  validation: Validation,
  out: string,
  options: WriteOptions,
): Promise<AnnotatedFile> {
  const path = annotatable(validation, out);
  const source = await openSource(path);
  let withoutNote: number;
  const marks = marksOf(validation.problems, path, options.lang);
  try {
    const parts = await readPackage(source);
    if (parts.sha256 !== validation.inputs.find((input) => input.path === path)?.sha256) {
      throw new UserError('file/changed', { file: path });
    }
    const made = await annotate(parts, marks);
    withoutNote = made.withoutNote;
    await saveFile(out, made.content, {
      inputs: validation.sources,
      force: options.force,
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } finally {
    await source.close();
  }
  return { cells: marks.length, notes: marks.filter(({ hasNote }) => hasNote).length - withoutNote };
}

/** Errors and warnings by cell; a whole row is marked at its first cell, a whole table nowhere. */
function marksOf(problems: readonly Problem[], path: string, lang: 'en' | 'zh-CN'): CellMark[] {
  const cells = new Map<string, { readonly place: Place; readonly problems: Problem[] }>();
  for (const found of problems) {
    const { place, severity } = found;
    if (severity === 'info' || place.file !== path || place.sheet === null || place.row === null) continue;
    const at = { ...place, column: place.column ?? 1 };
    const key = `${at.row} ${at.column} ${at.sheet}`;
    const cell = cells.get(key);
    if (cell) cell.problems.push(found);
    else cells.set(key, { place: at, problems: [found] });
  }
  return [...cells.values()].map(({ place, problems: found }, index) => ({
    sheet: place.sheet ?? '',
    cell: cellName(place) ?? '',
    row: place.row ?? 1,
    column: place.column ?? 1,
    kind: found.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
    hasNote: index < mostNotes,
    text: index < mostNotes ? noteText(found, lang) : '',
  }));
}
