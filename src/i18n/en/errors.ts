/** Words for every UserError, by code, English: the run cannot go on, and what to type (ux.md 3.18). */
import type { ErrorWords, ReadParam } from '../shape.ts';

const near = (p: ReadParam) => (p('near') === '' ? '' : `; did you mean ${p('near')}?`);
const allowed = (p: ReadParam) => {
  const names = p('allowed') || p('known');
  return names === '' ? '' : `Allowed: ${names}`;
};
const limit = (what: string): ErrorWords => ({
  message: (p) =>
    `${p('file')} has ${what}: limit ${p('limit')}, found ${p('found')}${p('row') === '' ? '' : ` (row ${p('row')})`}`,
  hint: (p) => `If the file is sound, raise the limit: ${p('flag')} NUMBER`,
});

const words = {
  'file/not-found': { message: (p) => `there is no file ${p('file')}${near(p)}`, hint: () => '' },
  'file/is-folder': {
    message: (p) => `${p('file')} is a folder, not a file`,
    hint: (p) => `Name the files in it: salesmetrics evaluate ${p('file')}/*.xlsx`,
  },
  'file/not-a-file': {
    message: (p) => `${p('file')} is no ordinary file`,
    hint: (p) => `Read it through standard input: salesmetrics evaluate - < ${p('file')}`,
  },
  'file/unreadable': {
    message: (p) => `${p('file')} cannot be read: ${p('reason')}`,
    hint: () => 'Check its permissions, and whether another program has it open.',
  },
  'file/empty': { message: (p) => `${p('file')} is empty`, hint: () => 'Export it again.' },
  'file/changed': {
    message: (p) => `${p('file')} was changed while it was read`,
    hint: () => 'Run the command again when the file is complete.',
  },
  'file/damaged': {
    message: (p) => `${p('file')} is damaged: ${p('reason')}`,
    hint: () => 'Open it in Excel and save it again, or export it again.',
  },
  'file/unsupported': {
    message: (p) => `${p('file')} is ${p('format')}, which is not read`,
    hint: () => 'Save it as .xlsx or .csv.',
  },
  'file/encrypted': {
    message: (p) => `${p('file')} is protected by a password`,
    hint: () => 'Open it in Excel, remove the password and save it as .xlsx.',
  },
  'file/encoding-failed': {
    message: (p) =>
      `${p('file')} is not valid ${p('encoding')}${p('row') !== '' ? ` (row ${p('row')})` : p('offset') === '' ? '' : ` (byte ${p('offset')})`}`,
    hint: () => 'Name its encoding, for example: --encoding gb18030',
  },
  'file/encoding-unknown': {
    message: (p) => `the encoding of ${p('file')} cannot be told (byte ${p('offset')} fits none)`,
    hint: () => 'Name its encoding, for example: --encoding gb18030',
  },
  'basis/no-such-date': {
    message: (p) => `--basis ${p('basis')}: no table has a ${p('field')} column`,
    hint: (p) => `Name the column: --column ${p('field')}=<heading>`,
  },
  'limit/input': limit('too many bytes'),
  'limit/inflated': limit('too many bytes when unpacked'),
  'limit/part': limit('too many bytes in one part when unpacked'),
  'limit/entries': limit('too many parts'),
  'limit/rows': limit('too many rows'),
  'limit/columns': limit('too many columns'),
  'limit/cells': limit('too many cells'),
  'limit/strings': limit('too many texts'),
  'limit/cell': limit('a cell that is too long'),
  'limit/record': limit('a row that is too long'),
  'limit/sheets': limit('too many sheets'),
  'usage/unknown-option': {
    message: (p) => `unknown flag ${p('flag')}${near(p)}`,
    hint: (p) => `See all flags: salesmetrics ${p('command') === '' ? '' : `${p('command')} `}--help`,
  },
  'usage/unknown-command': {
    message: (p) => `unknown command ${p('command')}${near(p)}`,
    hint: () => 'See all commands: salesmetrics --help',
  },
  'usage/file-as-command': {
    message: (p) => `${p('command')} is no command; did you mean: salesmetrics evaluate ${p('command')}`,
    hint: () => 'See all commands: salesmetrics --help',
  },
  'usage/missing-argument': {
    message: (p) => `${p('command')} needs ${p('argument')}`,
    hint: (p) => `See: salesmetrics ${p('command')} --help`,
  },
  'usage/too-many-arguments': {
    message: (p) => `${p('command')} takes fewer arguments`,
    hint: (p) => `See: salesmetrics ${p('command')} --help`,
  },
  'usage/missing-value': { message: (p) => `${p('flag')} needs a value`, hint: allowed },
  'usage/wrong-value': { message: (p) => `${p('flag')} cannot be "${p('value')}"${near(p)}`, hint: allowed },
  'usage/conflict': {
    message: (p) => `${p('flag')} and ${p('other')} cannot be used together`,
    hint: () => 'Leave one of them out.',
  },
  'usage/repeated': { message: (p) => `${p('flag')} names ${p('value')} twice`, hint: () => 'Give it once.' },
  'usage/stdin-twice': { message: () => 'standard input (-) can be read only once', hint: () => 'Give - once.' },
  'usage/unknown-topic': {
    message: (p) => `nothing to explain under "${p('topic')}"${near(p)}`,
    hint: allowed,
  },
  'output/exists': {
    message: (p) => `${p('file')} exists and was not written by salesmetrics`,
    hint: () => 'Overwrite it with -F, or name another file: -o FILE',
  },
  'output/is-input': {
    message: (p) => `${p('file')} is an input; it is never overwritten`,
    hint: () => 'Name another file: -o FILE',
  },
  'output/is-folder': { message: (p) => `${p('file')} is a folder`, hint: () => 'Name a file: -o FILE' },
  'output/no-folder': {
    message: (p) => `the folder of ${p('file')} does not exist`,
    hint: () => 'Make the folder, or name another file: -o FILE',
  },
  'output/locked': {
    message: (p) => `${p('file')} is open in another program`,
    hint: () => 'Close it there, or name another file: -o FILE',
  },
  'output/failed': {
    message: (p) => `${p('file')} cannot be written: ${p('reason')}`,
    hint: () => 'Check space and permissions, or name another file: -o FILE',
  },
  'output/stdout-failed': {
    message: (p) => `standard output cannot be written: ${p('reason')}`,
    hint: () => '',
  },
  'data/no-facts': {
    message: (p) => `no orders were found in ${p('tables') || p('file')}`,
    hint: (p) => `See what was recognised: salesmetrics inspect ${p('file') || 'FILE'}`,
  },
  'usage/other': { message: (p) => p('reason'), hint: () => 'See: salesmetrics --help' },
  'data/no-dates': {
    message: (p) => `no row of ${p('tables')} has a date that can be read`,
    hint: () => 'Name the date column: --column orderDate=<heading>',
  },
  'dimension/unknown-value': {
    message: (p) => `no row has ${p('name')} = "${p('value')}"${near(p)}`,
    hint: () => '',
  },
  'period/unknown': {
    message: (p) => `${p('period')} is no period${near(p)}`,
    hint: () => 'Write 2024, 2024-H1, 2024-Q1, 2024-03, 2024-01..2024-03 or all.',
  },
  'kpi/unknown': {
    message: (p) => `there is no KPI ${p('id')}${near(p)}`,
    hint: () => 'See the names: salesmetrics explain kpis',
  },
  'dimension/unknown': {
    message: (p) => `there is no column or field ${p('name')} to group or choose by${near(p)}`,
    hint: allowed,
  },
  'usage/unknown-code': {
    message: (p) => `${p('flag')}: no problem has the code "${p('value')}"${near(p)}`,
    hint: () => 'See the codes: salesmetrics explain codes',
  },
} satisfies Readonly<Record<string, ErrorWords>>;

export type ErrorCode = keyof typeof words;

export const errors: Readonly<Record<ErrorCode, ErrorWords>> = words;
