/** The evaluation workbook: `<first input>.evaluation.xlsx` beside the first input, or where `out` says. */
import type { SheetList } from '../../report/workbook.ts';
import type { EvaluateFilesOptions } from '../options.ts';
import { besideFirst } from './beside-first.ts';
import type { Output } from './output.ts';

export function workbookOutput(paths: readonly string[], { out }: EvaluateFilesOptions): Output | null {
  if (out === null) return null;
  let sheets: SheetList | null = null;
  return {
    kind: 'xlsx',
    sheets: () => sheets,
    path: out ?? besideFirst(paths, '.evaluation.xlsx'),
    make: async (evaluation) => {
      const [{ sheetList, workbookDocument }, { writeWorkbook }] = await Promise.all([
        import('../../report/workbook.ts'),
        import('../../write/xlsx/workbook.ts'),
      ]);
      const document = workbookDocument(evaluation);
      sheets = sheetList(evaluation, document);
      return await writeWorkbook(document);
    },
  };
}
