/** Which delimiter, quote and escape does this file use? Settled on a sample, or told by the user or by a `sep=` line. */
import { UserError } from '../../problems/user-error.ts';
import { type Dialect, type Shape, type Survey, shapeOf, survey } from './survey.ts';

/** In order of preference where nothing else decides: a comma is common in text and numbers, a tab is not. */
const delimiters = ['\t', '|', ';', ','] as const;

export interface FoundDialect extends Dialect {
  /** Cells of most records. */
  readonly width: number;
  /** Bytes of a `sep=` line before the first record. */
  readonly skipped: number;
  /** Bytes of a record on average; 0 where there is none. */
  readonly recordLength: number;
}

const delimiterNames: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['\\t', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['pipe', '|'],
]);

/** The delimiter that `--delimiter` names. Throws UserError `usage/wrong-value` for what cannot be one. */
export function delimiterNamed(typed: string): string {
  const delimiter = delimiterNames.get(typed.toLowerCase()) ?? typed;
  if (/^[\t!#$%&*+,/:;<=>?@^_`|~]$/.test(delimiter)) return delimiter;
  throw new UserError('usage/wrong-value', {
    flag: '--delimiter',
    value: typed,
    allowed: [',', ';', 'tab', '|'],
    near: [],
  });
}

/**
 * The dialect of a file that begins with `sample` (without byte order mark). ASCII bytes must stand for themselves in it.
 * Unless it is the whole file it may end anywhere. `wanted` is the delimiter that the user named.
 */
export function findDialect(
  sample: Buffer,
  { isWhole, wanted }: { readonly isWhole: boolean; readonly wanted?: string | undefined },
): FoundDialect {
  const separator = separatorLine(sample);
  const skipped = separator?.length ?? 0;
  const told = wanted ?? separator?.delimiter;
  const records = isWhole ? sample.subarray(skipped) : wholeLines(sample.subarray(skipped));
  const candidates = (told === undefined ? delimiters : [told]).map((delimiter) => candidate(records, delimiter));
  const found = candidates.length === 1 ? candidates[0] : best(candidates);
  const { survey: chosen, shape } = found ?? candidate(records, ',');
  const recordLength = records.length / Math.max(1, chosen.widths.length);
  return { ...chosen.dialect, width: shape.width, skipped, recordLength };
}

/** `sep=;` on the first line, as Excel writes and reads it. */
function separatorLine(sample: Buffer): { readonly delimiter: string; readonly length: number } | null {
  const match = /^"?sep=([\t,;|:])"?(\r\n|\n|\r)/i.exec(sample.toString('latin1', 0, 16));
  return match?.[1] === undefined ? null : { delimiter: match[1], length: match[0].length };
}

/** The sample up to its last line end: what follows may be cut. */
function wholeLines(sample: Buffer): Buffer {
  const end = Math.max(sample.lastIndexOf(10), sample.lastIndexOf(13));
  return end < 0 ? sample : sample.subarray(0, end + 1);
}

interface Candidate {
  readonly survey: Survey;
  readonly shape: Shape;
}

/** The dialect with this delimiter that reads the records best. */
function candidate(records: Buffer, delimiter: string): Candidate {
  const usual = judged(survey(records, { delimiter, quote: '"', escape: '"' }));
  return withBackslash(records, usual) ?? withSingleQuotes(records, usual) ?? usual;
}

function withBackslash(records: Buffer, usual: Candidate): Candidate | undefined {
  if (!records.includes('\\"')) return undefined;
  const found = judged(survey(records, { ...usual.survey.dialect, escape: '\\' }));
  return found.survey.escaped > 0 && isSounder(found, usual) ? found : undefined;
}

function withSingleQuotes(records: Buffer, usual: Candidate): Candidate | undefined {
  if (usual.survey.quoted > 0 || !records.includes("'")) return undefined;
  const { delimiter } = usual.survey.dialect;
  const found = (["'", '\\'] as const).map((mark) => judged(survey(records, { delimiter, quote: "'", escape: mark })));
  return found.find((single) => (single.survey.escaped > 0 ? single.survey.malformed === 0 : isSounder(single, usual)));
}

function judged(found: Survey): Candidate {
  return { survey: found, shape: shapeOf(found.widths) };
}

/** Whether `other` reads what `usual` does not: no broken quotes and one width throughout. */
function isSounder(other: Candidate, usual: Candidate): boolean {
  if (other.survey.malformed > 0 || other.shape.coverage < 1) return false;
  return usual.survey.malformed > 0 || usual.shape.coverage < 1;
}

function best(candidates: readonly Candidate[]): Candidate | undefined {
  const accepted = candidates.filter(isTable);
  return accepted.length === 0 ? undefined : accepted.reduce((a, b) => (isBetter(b, a) ? b : a));
}

/** Two columns prove little: `Smith; John` here and there makes none. */
function isTable({ survey: { hasSecond, widths }, shape: { width, coverage, consistency } }: Candidate): boolean {
  if (!hasSecond || width < 2) return false;
  if (width > 2) return consistency >= 0.5;
  return coverage >= 0.75 || widths.every((cells) => cells > 1);
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.survey.malformed !== b.survey.malformed) return a.survey.malformed < b.survey.malformed;
  const [first, second] = [firstOf(a), firstOf(b)];
  if (first !== second) return first < second;
  return a.shape.consistency > b.shape.consistency;
}

/** Index of the record with which the table begins: only the right delimiter splits the headings. */
function firstOf({ survey: { widths }, shape: { width } }: Candidate): number {
  return widths.indexOf(width);
}
