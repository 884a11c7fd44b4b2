/** What `validate` found, in the formats for other programs. */

import { inPieces } from '../lib/in-pieces.ts';
import type { MachineFormat } from '../model/validation-formats.ts';
import { problemValue, validationDocument } from '../report/json.ts';
import { conciseLine } from '../report/validation/concise.ts';
import { githubLines } from '../report/validation/github.ts';
import { junitText } from '../report/validation/junit.ts';
import { sarifDocument } from '../report/validation/sarif.ts';
import { jsonLine, writeJson } from '../write/json.ts';
import type { Validation } from './validate.ts';
import { tool } from './version.ts';

type Lang = 'en' | 'zh-CN';
type Put = (text: string) => void;

/** Gives the text to `put` in pieces: of a million problems it is longer than a string can be. */
export function putValidation(validation: Validation, format: MachineFormat, lang: Lang, put: Put): void {
  const pieces = inPieces(put);
  writers[format](validation, lang, pieces.put);
  pieces.end();
}

const writers: Readonly<Record<MachineFormat, (validation: Validation, lang: Lang, put: Put) => void>> = {
  concise: ({ problems }, lang, put) => {
    for (const found of problems) put(`${conciseLine(found, lang)}\n`);
  },
  json: (validation, lang, put) => writeJson(validationDocument(validation, lang), put),
  ndjson: ({ problems }, lang, put) => {
    for (const found of problems) put(`${jsonLine(problemValue(found, lang))}\n`);
  },
  github: ({ problems }, lang, put) => {
    for (const line of githubLines(problems, lang)) put(`${line}\n`);
  },
  sarif: ({ problems, keys }, lang, put) =>
    writeJson(sarifDocument(problems, { lang, tool, keyOf: (found) => keys.get(found) ?? '' }), put),
  junit: ({ problems, inputs, codes }, lang, put) =>
    put(
      junitText(
        problems,
        inputs.map(({ path }) => path),
        codes,
        lang,
      ),
    ),
};
