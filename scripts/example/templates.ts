/** The workbooks that `init targets` writes, as templates/ holds them. */
import { tool } from '../../src/app/version.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { templateDocument } from '../../src/report/plans/template-workbook.ts';
import { writeWorkbook } from '../../src/write/xlsx/workbook.ts';

async function template(lang: 'en' | 'zh-CN'): Promise<Uint8Array> {
  const year = parsePeriod('2027');
  if (year === undefined) throw new RangeError('a year is a period');
  return writeWorkbook(templateDocument(year.id, year.start, lang, tool));
}

export const templateFiles: readonly { readonly path: string; readonly make: () => Promise<Uint8Array> }[] = [
  { path: 'templates/targets.xlsx', make: () => template('en') },
  { path: 'templates/targets.zh-CN.xlsx', make: () => template('zh-CN') },
];
