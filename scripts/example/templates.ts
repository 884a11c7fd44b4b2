/** The workbooks of templates/: those that `init targets` writes, and layouts that `evaluate --into` fills. */
import { basename, join } from 'node:path';
import { evaluateFiles } from '../../src/app/evaluate.ts';
import type { EvaluateFilesOptions } from '../../src/app/options.ts';
import { tool } from '../../src/app/version.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { memorySource } from '../../src/read/source.ts';
import { readPackage } from '../../src/read/xlsx/read-package.ts';
import { dataSheets } from '../../src/report/data/data-sheets.ts';
import { templateDocument } from '../../src/report/plans/template-workbook.ts';
import { workbookDocument } from '../../src/report/workbook.ts';
import { graft } from '../../src/write/graft/graft.ts';
import { graftTarget } from '../../src/write/graft/target.ts';
import { zipParts } from '../../src/write/xlsx/package.ts';
import type { Parts } from '../../src/write/xlsx/parts.ts';
import { workbookParts, writeWorkbook } from '../../src/write/xlsx/workbook.ts';
import { layoutDocument } from './report-template.ts';

async function template(lang: 'en' | 'zh-CN'): Promise<Uint8Array> {
  const year = parsePeriod('2027');
  if (year === undefined) throw new RangeError('a year is a period');
  return writeWorkbook(templateDocument(year.id, year.start, lang, tool));
}

/** A layout over example data; `inputs` are those of `examples/`, seen from the folder of the project. */
async function reportTemplate(inputs: readonly string[], options: EvaluateFilesOptions): Promise<Uint8Array> {
  const { evaluation } = await evaluateFiles(
    inputs.map((path) => join(root, path)),
    { ...options, out: null },
  );
  const named = { ...evaluation, inputs: evaluation.inputs.map((input) => ({ ...input, path: basename(input.path) })) };
  const layout = withoutResults(await workbookParts(layoutDocument(named)));
  const opened = await readPackage(memorySource('report.xlsx', zipParts(layout)));
  const document = { ...workbookDocument(named), sheets: dataSheets(named, true) };
  const content = await graft(await graftTarget(opened), document, ['sm_about', 'sm_data']);
  const pieces: Uint8Array[] = [];
  for await (const piece of content.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

function withoutResults(parts: Parts): Parts {
  const emptied = (xml: string) => xml.replaceAll(/(<c [^<>]*?)(?: t="str")?>(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1>$2');
  return new Map([...parts].map(([name, xml]) => [name, name.startsWith('xl/worksheets/') ? emptied(xml) : xml]));
}

const root = join(import.meta.dirname, '../..');

export const templateFiles: readonly { readonly path: string; readonly make: () => Promise<Uint8Array> }[] = [
  { path: 'templates/targets.xlsx', make: () => template('en') },
  { path: 'templates/targets.zh-CN.xlsx', make: () => template('zh-CN') },
  { path: 'templates/report.xlsx', make: () => reportTemplate(['examples/first-run/q1.xlsx'], { lang: 'en' }) },
  {
    path: 'templates/report.zh-CN.xlsx',
    make: () =>
      reportTemplate(['examples/02-chinese-crm-export/orders.csv', 'examples/02-chinese-crm-export/targets.xlsx'], {
        lang: 'zh-CN',
        compute: { period: '2024-Q1' },
      }),
  },
];
