/** A year of branches: each month's export holds the year so far, and some rows of each month are dirty. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Random, seededRandom } from './random.ts';
import { runSession } from './run-session.ts';

export interface YearSize {
  readonly branches: number;
  readonly months: number;
  /** Of each branch and month. */
  readonly rows: number;
  /** Of 1 row. */
  readonly dirty: number;
  readonly seed: number;
}

/** What one month of one branch was like. */
export interface BranchMonth {
  readonly branch: string;
  readonly month: number;
  /** Order numbers of the dirty rows that came with this month. */
  readonly added: readonly string[];
  readonly firstExit: number;
  /** Order numbers of the rows that the first run complained about. */
  readonly told: readonly string[];
  /** After the new rows were answered for, with the same command line. */
  readonly exit: number;
}

const documentOf = z.object({ problems: z.array(z.object({ severity: z.string(), row: z.number().nullable() })) });

interface Row {
  readonly id: string;
  readonly isDirty: boolean;
  readonly text: string;
}

const head = 'Order no.,Order date,Rep,Customer ID,Amount';

/** The same two commands for every branch and month: `evaluate`, and where it complains, `validate --write-accept`. */
export async function liveThroughYear(folder: string, size: YearSize): Promise<BranchMonth[]> {
  const random = seededRandom(size.seed);
  const lived: BranchMonth[] = [];
  const soFar = new Map<string, Row[]>();
  for (let month = 1; month <= size.months; month += 1) {
    for (let branch = 1; branch <= size.branches; branch += 1) {
      const name = `branch-${branch}`;
      const rows = soFar.get(name) ?? [];
      if (month === 1) await beginAcceptList(folder, name);
      const added = monthRows(name, month, size, random);
      rows.push(...added);
      soFar.set(name, rows);
      writeFileSync(join(folder, `${name}.csv`), [head, ...rows.map(({ text }) => text), ''].join('\n'));
      lived.push({ branch: name, month, added: dirtyOf(added), ...(await closeMonth(folder, name, rows)) });
    }
  }
  return lived;
}

/** Of a file without a fault: a list without a line, so that the first month needs no other command line. */
async function beginAcceptList(folder: string, name: string): Promise<void> {
  writeFileSync(join(folder, `${name}.csv`), `${head}\n${name}-0,2023-12-29,Ann,c1,10\n`);
  await runSession(folder, ['validate', `${name}.csv`, '--write-accept', `${name}.accept.csv`, '-q']);
}

async function closeMonth(
  folder: string,
  name: string,
  rows: readonly Row[],
): Promise<Pick<BranchMonth, 'firstExit' | 'told' | 'exit'>> {
  const [file, list] = [`${name}.csv`, `${name}.accept.csv`];
  const evaluate = ['evaluate', file, '--accept', list, '--no-report', '--json', '-q'];
  const first = await runSession(folder, evaluate);
  if (first.code !== 0) {
    await runSession(folder, ['validate', file, '--accept', list, '--write-accept', list, '-F', '-q']);
  }
  const second = await runSession(folder, evaluate);
  return { firstExit: first.code, told: complainedOf(first.out, rows), exit: second.code };
}

/** The rows behind the errors of a document, by their order numbers. */
function complainedOf(json: string, rows: readonly Row[]): string[] {
  const { problems } = documentOf.parse(JSON.parse(json));
  const errors = problems.filter(({ severity }) => severity === 'error').sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return errors.map(({ row }) => (row === null ? 'no row' : (rows[row - 2]?.id ?? 'no such row')));
}

function dirtyOf(rows: readonly Row[]): string[] {
  return rows.filter(({ isDirty }) => isDirty).map(({ id }) => id);
}

function monthRows(name: string, month: number, { rows, dirty }: YearSize, random: Random): Row[] {
  const two = (number: number) => String(number).padStart(2, '0');
  const lastDay = new Date(Date.UTC(2024, month, 0)).getUTCDate();
  return Array.from({ length: rows }, (_, at) => {
    const id = `${name}-${month}-${at}`;
    // The last row is of the last day: the month is complete.
    const day = at === rows - 1 ? lastDay : random.between(1, lastDay);
    const isDirty = at < rows - 1 && random.next() < dirty;
    const clean = {
      date: `2024-${two(month)}-${two(day)}`,
      amount: `${random.between(10, 9999)}.${two(random.between(0, 99))}`,
    };
    const broken = random.pick([
      { date: `2024-${two(month)}-32` },
      { amount: 'n.n.' },
      { amount: '#REF!' },
      { amount: '6O0' },
    ]);
    const { date, amount } = isDirty ? { ...clean, ...broken } : clean;
    return {
      id,
      isDirty,
      text: [id, date, random.pick(['Ann', 'Bob', 'Cid']), `c${random.between(1, 40)}`, amount].join(','),
    };
  });
}
