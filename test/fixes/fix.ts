/** One code with files that show it, what its remedy says to do, and the tools to do that. */
import { at } from '../support/grid.ts';

/** A file as lines or as bytes. */
export type Content = readonly string[] | Buffer;
export type Files = Readonly<Record<string, Content>>;

/** A problem as the JSON document says it. */
export interface Told {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly cell: string | null;
  readonly remedy: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Fix {
  readonly files: Files;
  /** Words in front of the files; `validate` where there are none. */
  readonly command?: string;
  /** Cells of text files, `plan.csv!B7` → text; made of the problem where its remedy names cell and value. */
  readonly edit?: (problem: Told) => Readonly<Record<string, string>>;
  /** Files that come, change, or (null) go. */
  readonly change?: Readonly<Record<string, Content | null>>;
  /** Words added to the command line, as the remedy says them. */
  readonly flags?: string;
  /** Files that no command line names: a config, a schema. */
  readonly unnamed?: readonly string[];
  /** Codes of errors that cannot but come along. */
  readonly beside?: readonly string[];
  /** What stays is only said: for what a flag decides. */
  readonly staysAs?: 'info';
}

export const here = ({ file, cell }: Told) => `${file}!${cell ?? ''}`;
export const param = ({ params }: Told, name: string) => String(params[name]);

/** The remedy says: write what is near. */
export const near: NonNullable<Fix['edit']> = (one) => ({ [here(one)]: param(one, 'near').split(',')[0] ?? '' });
export const named =
  (name: string): NonNullable<Fix['edit']> =>
  (one) => ({ [here(one)]: param(one, name) });
export const set =
  (text: string): NonNullable<Fix['edit']> =>
  (one) => ({ [here(one)]: text });

/** Cells of text files changed; commas part them. */
export function edited(files: Files, edits: Readonly<Record<string, string>>): Files {
  const grids = new Map<string, string[][]>();
  for (const [where, text] of Object.entries(edits)) {
    const [file = '', cell = ''] = where.split('!');
    const content = files[file];
    if (content === undefined || Buffer.isBuffer(content)) throw new Error(`no text ${where}`);
    const grid = grids.get(file) ?? content.map((line) => line.split(','));
    grids.set(file, grid);
    const { row, column } = at(cell);
    const cells = grid[row];
    if (cells === undefined) throw new Error(`no cell ${where}`);
    cells[column] = text;
  }
  return {
    ...files,
    ...Object.fromEntries([...grids].map(([file, rows]) => [file, rows.map((row) => row.join(','))])),
  };
}
