/** What is printed, as names that spreadsheets accept whatever sheets are called. */
import { expect, test } from 'vitest';
import type { Document } from '../../../../src/model/document.ts';
import { workbookDocument } from '../../../../src/report/workbook.ts';
import { writeWorkbook } from '../../../../src/write/xlsx/workbook.ts';
import { exampleEvaluation } from '../../../support/evaluation.ts';
import { unpack } from '../../../support/unpack.ts';
import { unbalancedTag } from '../../../support/well-formed.ts';

const document = workbookDocument(exampleEvaluation());
const area = { top: 1, left: 1, bottom: 60, right: 28 };

async function workbookPart(sheets: Document['sheets']): Promise<string> {
  const xml = unpack(await writeWorkbook({ ...document, sheets })).get('xl/workbook.xml') ?? '';
  expect(unbalancedTag(xml)).toBeNull();
  return xml;
}

test('a print area stands beside the titles that are repeated', async () => {
  const sheets = document.sheets.map((sheet, at) =>
    at === 4 ? { ...sheet, name: "O'Brien & <$1>", printArea: area } : sheet,
  );
  const xml = await workbookPart(sheets);
  expect(xml).toContain(
    '<definedName name="_xlnm.Print_Area" localSheetId="4">&apos;O&apos;&apos;Brien &amp; &lt;$1&gt;&apos;!$A$1:$AB$60</definedName>',
  );
  expect(xml.match(/<definedNames>/g)).toHaveLength(1);
});

test('without other names they are made, before the settings of calculation', async () => {
  const [summary] = document.sheets;
  const xml = await workbookPart(summary ? [{ ...summary, printArea: area }] : []);
  expect(xml).toMatch(/<\/sheets><definedNames><definedName [^>]*>[^<]*<\/definedName><\/definedNames><calcPr/);
});

test('without a print area there is none', async () => {
  expect(await workbookPart(document.sheets)).not.toContain('Print_Area');
});
