/** One seeded case: a broken file through the whole command, and what must hold of the outcome whatever was broken. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { UserError } from '../../src/problems/user-error.ts';
import { type Random, seededRandom } from '../support/random.ts';
import { readBytes, readCells } from '../support/read-cells.ts';
import { runSession, type SessionResult } from '../support/run-session.ts';
import { mutatedArchive, mutatedText } from './mutate.ts';
import { csvSeed, workbookSeed } from './seeds.ts';

export interface Outcome {
  /** What to count the case under: how the command ended, and how the cells compare. */
  readonly kinds: readonly string[];
  /** Invariants that do not hold; none in a good run. */
  readonly broken: readonly string[];
  readonly command: string;
}

interface Case {
  readonly name: string;
  readonly bytes: Buffer;
  /** Of a text file, when it is known. */
  readonly delimiter: string | null;
}

/** The broken file of a seed: the same on every machine. */
export function caseOf(seed: number): Case {
  const random = seededRandom(seed);
  if (random.between(0, 1) === 0) {
    return { name: 'broken.xlsx', bytes: mutatedArchive(workbookSeed(random), random), delimiter: null };
  }
  const { text, delimiter } = csvSeed(random);
  return { name: 'broken.csv', bytes: mutatedText(Buffer.from(text), random), delimiter };
}

/** Runs the case of `seed` in a folder of its own under `parent`, which is gone afterwards. */
export async function checkSeed(seed: number, parent: string): Promise<Outcome> {
  const made = caseOf(seed);
  const folder = join(parent, `case-${seed}`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, made.name), made.bytes);
    return await checkCommand(made, folder, seededRandom(seed + 1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const commands = [
  ['evaluate', '--no-report'],
  ['evaluate', '--no-report', '--json', '--period', 'all'],
  ['evaluate', '--lang', 'zh-CN'],
  ['validate'],
  ['validate', '--json', '--lang', 'zh-CN'],
  ['validate', '--annotate', 'marked.xlsx'],
  ['inspect'],
  ['inspect', '--json'],
] as const;

async function checkCommand(made: Case, folder: string, random: Random): Promise<Outcome> {
  const [command, ...flags] = random.pick(commands);
  const args = [command, made.name, ...flags];
  const result = await runSession(folder, args);
  const broken = brokenBy(result, made.name);
  if (flags.some((flag) => flag === '--json') && result.code !== 2) JSON.parse(result.out);
  const cells = made.delimiter === null ? null : await comparedCells(made.bytes, made.delimiter);
  if (cells?.startsWith('differs') === true) broken.push(cells);
  const code = /^(?:error|错误)\[([^\]]+)\]/.exec(result.err)?.[1];
  const ending = [made.name, command, String(result.code), ...(result.code === 2 ? [code ?? ''] : [])].join(' ');
  const kinds = [ending, ...(cells === null ? [] : [`cells ${cells.split(' ')[0] ?? ''}`])];
  return { kinds, broken, command: args.join(' ') };
}

/** What holds of every run, in words where it does not. */
function brokenBy({ code, out, err, written }: SessionResult, file: string): string[] {
  const added = Object.keys(Object.prototype);
  const rules: readonly (readonly [boolean, string])[] = [
    [![0, 1, 2].includes(code), `exit ${code}: ${err.slice(0, 500)}`],
    [code !== 0 && !err.includes(file), `standard error does not name the file: ${err.slice(0, 300)}`],
    [code === 2 && written.length > 0, `exit 2, but wrote ${written.join(' ')}`],
    [written.some((name) => name.endsWith('.tmp')), `left ${written.join(' ')}`],
    [hasControl(out) || hasControl(err), 'a control character reached the terminal'],
    [added.length > 0, `Object.prototype has ${added.join(' ')}`],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, words]) => words);
}

/** Colours are off, so that nothing below a blank but line ends, and no bidi mark, has a reason to be there. */
function hasControl(text: string): boolean {
  return /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(text);
}

/**
 * What csv-parse reads, we read or refuse; what csv-parse refuses is not compared. Text that is no UTF-8 or that has a
 * NUL is left to the command above: csv-parse has no opinion on either.
 */
async function comparedCells(bytes: Buffer, delimiter: string): Promise<string> {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes) || /[\0\u2028\u2029]/.test(text) || text.trim() === '') return 'uncompared';
  const expected = rowsOf(text, delimiter);
  if (expected === null) return 'uncompared';
  try {
    const options = { delimiter, encoding: 'utf-8' } as const;
    const { notes } = await readBytes(bytes, options);
    if (notes.some(({ code }) => code.startsWith('text/'))) return 'told';
    const found = (await readCells(bytes, options)).map(trimmed);
    if (JSON.stringify(found) === JSON.stringify(expected)) return 'equal';
    const at = found.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(expected[index]));
    return `differs from csv-parse at record ${at + 1}: ${JSON.stringify(found[at])}, not ${JSON.stringify(expected[at])}`;
  } catch (error) {
    if (error instanceof UserError) return 'refused';
    throw error;
  }
}

/** The records of csv-parse that have content, without empty cells at their ends; null where it refuses. */
function rowsOf(text: string, delimiter: string): string[][] | null {
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    return rows.map(trimmed).filter((row) => row.length > 0);
  } catch {
    return null;
  }
}

function trimmed(row: readonly string[]): string[] {
  return row.slice(0, row.findLastIndex((text) => text !== '') + 1);
}
