/** Prints the SHA-256 of the example workbook: run in other zones and locales by a test. */
import { createHash } from 'node:crypto';
import { workbookDocument } from '../../src/report/workbook.ts';
import { writeWorkbook } from '../../src/write/xlsx/workbook.ts';
import { exampleEvaluation } from './evaluation.ts';

const bytes = await writeWorkbook(workbookDocument(exampleEvaluation('en')));
console.log(createHash('sha256').update(bytes).digest('hex'));
