/** The evaluation workbook: `<first input>.evaluation.xlsx` beside the first input, or where `out` says. */
import { basename, dirname, extname, join } from 'node:path';
import type { EvaluateFilesOptions } from '../options.ts';
import type { Output } from './output.ts';

export function workbookOutput(paths: readonly string[], { out }: EvaluateFilesOptions): Output | null {
  if (out === null) return null;
  let sheets: readonly string[] = [];
  return {
    kind: 'xlsx',
    sheets: () => sheets,
    path: out ?? besideFirst(paths),
    make: async (evaluation) => {
      const [{ workbookDocument }, { writeWorkbook }] = await Promise.all([
        import('../../report/workbook.ts'),
        import('../../write/xlsx/workbook.ts'),
      ]);
      const document = workbookDocument(evaluation);
      sheets = document.sheets.map(({ name }) => name);
      return await writeWorkbook(document);
    },
  };
}

/** `q1.xlsx` → `q1.evaluation.xlsx`. */
function besideFirst([first = '-']: readonly string[]): string {
  if (first === '-') return 'stdin.evaluation.xlsx';
  return join(dirname(first), `${basename(first, extname(first))}.evaluation.xlsx`);
}
