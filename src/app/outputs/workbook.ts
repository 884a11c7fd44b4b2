/** The evaluation workbook: `<first input>.evaluation.xlsx` beside the first input, or where `out` says. */
import type { EvaluateFilesOptions } from '../options.ts';
import { besideFirst } from './beside-first.ts';
import type { Output } from './output.ts';

export function workbookOutput(paths: readonly string[], { out }: EvaluateFilesOptions): Output | null {
  if (out === null) return null;
  let sheets: readonly string[] = [];
  return {
    kind: 'xlsx',
    sheets: () => sheets,
    path: out ?? besideFirst(paths, '.evaluation.xlsx'),
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
