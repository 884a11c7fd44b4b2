/** Words for every UserError, by code, English: the run cannot go on, and what to type (ux.md 3.18). */
import { shellWord } from '../../lib/shell-word.ts';
import { outFlag } from '../out-flag.ts';
import type { ErrorWords, ReadParam } from '../shape.ts';
import { configErrors } from './config-errors.ts';

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
  'limit/text': limit('too many bytes of text'),
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
    message: (p) => `${p('command')} takes fewer arguments: "${p('argument')}" is one too many`,
    hint: (p) => `See: salesmetrics ${p('command')} --help`,
  },
  'usage/missing-value': { message: (p) => `${p('flag')} needs a value`, hint: allowed },
  'usage/wrong-value': { message: (p) => `${p('flag')} cannot be "${p('value')}"${near(p)}`, hint: allowed },
  'usage/conflict': {
    message: (p) => `${p('flag')} and ${p('other')} cannot be used together`,
    hint: () => 'Leave one of them out.',
  },
  'usage/needs-flag': {
    message: (p) => `${p('flag')} needs ${p('other')}`,
    hint: (p) => `Give both: ${p('example')}`,
  },
  'usage/repeated': { message: (p) => `${p('flag')} names ${p('value')} twice`, hint: () => 'Give it once.' },
  'usage/stdin-twice': { message: () => 'standard input (-) can be read only once', hint: () => 'Give - once.' },
  'usage/unknown-topic': {
    message: (p) => `nothing to explain under "${p('topic')}"${near(p)}`,
    hint: allowed,
  },
  'output/exists': {
    message: (p) => `${p('file')} exists and was not written by salesmetrics`,
    hint: (p) => `Overwrite it with -F, or name another file: ${outFlag(p('file'))} FILE`,
  },
  'output/is-input': {
    message: (p) => `${p('file')} is an input; it is never overwritten`,
    hint: (p) => `Name another file: ${outFlag(p('file'))} FILE`,
  },
  'output/is-folder': {
    message: (p) => `${p('file')} is a folder`,
    hint: (p) => `Name a file: ${outFlag(p('file'))} FILE`,
  },
  'output/not-a-folder': {
    message: (p) => `${p('file')} is a file, not a folder`,
    hint: () => 'Name another folder: --out-dir FOLDER',
  },
  'split/no-people': {
    message: () => 'nothing says whose the rows are, so there is nothing to split by',
    hint: () => 'Name the column of the salesperson: --column rep=HEADING',
  },
  'output/no-folder': {
    message: (p) => `the folder of ${p('file')} does not exist`,
    hint: (p) => `Make the folder, or name another file: ${outFlag(p('file'))} FILE`,
  },
  'output/locked': {
    message: (p) => `${p('file')} is open in another program`,
    hint: (p) => `Close it there, or name another file: ${outFlag(p('file'))} FILE`,
  },
  'output/failed': {
    message: (p) => `${p('file')} cannot be written: ${p('reason')}`,
    hint: (p) => `Check space and permissions, or name another file: ${outFlag(p('file'))} FILE`,
  },
  'output/stdout-failed': {
    message: (p) => `standard output cannot be written: ${p('reason')}`,
    hint: () => '',
  },
  'batch/no-files': {
    message: (p) => `no file fits ${p('patterns')}`,
    hint: () => 'Reports of salesmetrics and hidden files are no inputs. Put a glob in quotes: "exports/*.xlsx"',
  },
  'batch/manifest-among': {
    message: (p) => `${p('file')} is a manifest, and other files are named beside it`,
    hint: () => 'Give the manifest alone; its jobs name their files.',
  },
  'batch/name-twice': {
    message: (p) => `${p('file')} names two jobs "${p('name')}"`,
    hint: () => 'Give each job a name of its own: its report is called so.',
  },
  'batch/not-a-record': {
    message: (p) => `${p('file')} is no batch.json of this version`,
    hint: () => 'Run the batch again as a whole: what has not changed is kept.',
  },
  'batch/no-out-dir': {
    message: () => 'batch needs the folder for its reports',
    hint: () => 'For example: salesmetrics batch "exports/*.xlsx" --out-dir reports',
  },
  'batch/over-input': {
    message: (p) => `the reports would take the place of inputs: ${p('file')}`,
    hint: () => 'Name another folder: --out-dir reports',
  },
  'batch/stdin': {
    message: () => 'standard input (-) is no file of a batch',
    hint: () => 'Name files: salesmetrics batch "exports/*.xlsx" --out-dir reports',
  },
  'batch/out-of-memory': {
    message: () => 'it would take too much memory',
    hint: () => 'Run it alone, with fewer at a time: -j 1',
  },
  'batch/worker-died': {
    message: (p) => `the thread that read it ended by itself (exit ${p('exit')})`,
    hint: () => 'Run it alone: salesmetrics evaluate FILE',
  },
  'batch/bug': {
    message: (p) => `a bug in salesmetrics: ${p('reason')}`,
    hint: () => 'Report it with the output of: salesmetrics evaluate FILE --debug',
  },
  'against/not-json': {
    message: (p) => `${p('file')} is not JSON`,
    hint: () => 'Name what evaluate --json printed: --against april.json',
  },
  'against/other-document': {
    message: (p) =>
      p('schema') === ''
        ? `${p('file')} is no document of salesmetrics`
        : `${p('file')} is a ${p('schema')}, not an evaluation`,
    hint: () => 'Name what evaluate --json printed: --against april.json',
  },
  'against/newer': {
    message: (p) => `${p('file')} is a ${p('schema')}, which this version does not know`,
    hint: () => 'Read it with the version that wrote it, or a newer one.',
  },
  'against/damaged': {
    message: (p) =>
      `${p('file')} is an evaluation, but not as evaluate --json writes it${p('where') === '' ? '' : `, at ${p('where')}`}`,
    hint: () => 'Make it again from the earlier files: salesmetrics evaluate FILE --json --with-rows > EARLIER.json',
  },
  'against/input-gone': {
    message: (p) =>
      `${p('file')} was made of ${p('input') === '-' ? 'standard input' : p('input')}, which is not there any more`,
    hint: (p) =>
      `Put the file back${p('input') === '-' ? '' : ` at ${p('input')}`} and run evaluate on it with --json --with-rows; such a document needs no files later.`,
  },
  'against/input-changed': {
    message: (p) => `${p('input')} is not the file any more that ${p('file')} was made of: it was written over`,
    hint: (p) =>
      `Put the earlier ${p('input')} back, or next time keep its rows: evaluate ${p('input')} --json --with-rows`,
  },
  'against/other-period': {
    message: (p) => `${p('file')} keeps its rows for ${p('period')}, not for ${p('wanted')}`,
    hint: (p) => `Leave out the period, or say --period ${p('period')}`,
  },
  'data/no-facts': {
    message: (p) => `no orders were found in ${p('tables') || p('file')}`,
    hint: (p) => `See what was recognised: salesmetrics inspect ${p('file') === '' ? 'FILE' : shellWord(p('file'))}`,
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
  'deals/not-comparable': {
    message: (p) =>
      `${p('file')} cannot be compared with the deals: ${p('missing') === 'dealId' ? 'one of the two has no deal ids' : 'it has no open deal with an expected close date'}`,
    hint: () => 'Both exports need the id of each deal, and the earlier one when each is expected to close.',
  },
  'kpi/needs-earlier': {
    message: (p) => `${p('id')} compares the deals with an earlier export of them`,
    hint: () => 'Give that export too: --earlier FILE',
  },
  'kpi/unknown': {
    message: (p) => `there is no KPI ${p('id')}${near(p)}`,
    hint: () => 'See the names: salesmetrics explain kpis',
  },
  'output/formula': {
    message: (p) => `a spreadsheet would take ${p('value')} for a formula`,
    hint: () => "Put a ' in front of such texts: --csv-formulas escape",
  },
  'output/kept': {
    message: (p) => `${p('file')} exists, and people fill in such a workbook: it is not replaced unasked`,
    hint: () => 'Replace it with -F, or name another file: -o FILE',
  },
  'output/edited': {
    message: (p) =>
      `${p('file')} was saved by another program since salesmetrics wrote it: what was typed into it would be lost`,
    hint: () => 'Replace it with -F, or keep it: move it or write elsewhere',
  },
  'plan/no-total': {
    message: (p) => `there is nothing to split: no --total, and no ${p('kpi')} targets in the files`,
    hint: () => 'Give an amount and its period: --total 11500000 --period 2024',
  },
  'plan/no-period': { message: () => '--total needs the period it is for', hint: () => 'For example: --period 2024' },
  'plan/not-additive': {
    message: (p) => `targets of ${p('kpi')} do not add up, so they cannot be split`,
    hint: () => 'Split an amount or a count: --kpi revenue, orders, units, collected, new-customers.',
  },
  'plan/no-history': {
    message: (p) => `--method ${p('method')} needs orders from before the period`,
    hint: () => 'Give the orders of earlier periods, or --method equal.',
  },
  'plan/weights-not-given': {
    message: () => '--method weights needs the weights',
    hint: () => 'Give a file of names and numbers, or a column of people: --weights FILE',
  },
  'plan/no-weights': {
    message: (p) => `no weight is given for ${p('names')}`,
    hint: () => 'Add a row for each, with the name as it is shown here.',
  },
  'plan/empty-weights': {
    message: (p) => `${p('file')} has no row of a name and a number`,
    hint: () => 'Write one name and one number a row: Wang Fang,40',
  },
  'plan/no-members': {
    message: (p) => `nobody is known to split to by ${p('dimensions')}`,
    hint: () =>
      'Give orders of earlier periods, or those of the period itself with --base, or a list of people; or split over time: --to month',
  },
  'plan/nobody-present': {
    message: (p) => `nobody is there for the target${p('name') === '' ? '' : ` of ${p('name')}`} in ${p('period')}`,
    hint: () => 'Check the days from and to in the list of people.',
  },
  'plan/no-targets': {
    message: (p) => `no${p('kpi') === '' ? '' : ` ${p('kpi')}`} targets were found in the files`,
    hint: () => 'See what was recognised: salesmetrics inspect FILE',
  },
  'plan/no-reason': {
    message: (p) => `a change of targets needs ${p('flag')}`,
    hint: () => 'For example: --effective 2024-07-01 --reason "new product delayed" --by "Wang Fang"',
  },
  'plan/no-actuals-given': {
    message: (p) => `--method ${p('method')} needs what was reached so far`,
    hint: () => 'Give the orders: --actuals FILE; or new values: --values FILE',
  },
  'plan/no-actuals': {
    message: (p) => `the actuals have nothing of ${p('kpi')}`,
    hint: () => 'See what was recognised: salesmetrics inspect FILE',
  },
  'plan/actuals-end': {
    message: (p) => `the actuals do not reach the end of ${p('period')}`,
    hint: () => 'Give all actuals before the day of effect, or an earlier day: --effective DATE',
  },
  'plan/nothing-left': {
    message: (p) => `no target begins on or after ${p('effective')}`,
    hint: () => 'A version counts for periods that begin on its day of effect or later; give an earlier day.',
  },
  'plan/effective-too-early': {
    message: (p) => `${p('effective')} is not after ${p('last')}, from which the latest version counts`,
    hint: () => 'Give a later day: --effective DATE',
  },
  'plan/value-too-early': {
    message: (p) => `the values have a target of ${p('period')}, which begins before ${p('effective')}`,
    hint: () => 'Targets of periods that have begun are not changed afterwards.',
  },
  'plan/no-such-target': {
    message: (p) => `the values name targets that the file does not have: ${p('names')}`,
    hint: () => 'Name node and period as the file does.',
  },
  'plan/unknown-version': {
    message: (p) => `the targets have no version ${p('version')}${near(p)}`,
    hint: allowed,
  },
  'plan/mixed-periods': {
    message: (p) => `the targets have periods of several kinds around ${p('period')}`,
    hint: () => 'Split to the finest of them: --to month',
  },
  'dimension/unknown': {
    message: (p) => `there is no column or field ${p('name')} to group or choose by${near(p)}`,
    hint: allowed,
  },
  'usage/unknown-code': {
    message: (p) => `${p('flag')}: no problem has the code "${p('value')}"${near(p)}`,
    hint: () => 'See the codes: salesmetrics explain codes',
  },
  ...configErrors,
  'accept/not-a-list': {
    message: (p) => `${p('file')} is no accept file: no column ${p('missing')}`,
    hint: () => 'Write one: salesmetrics validate FILE --write-accept accept.csv',
  },
  'annotate/not-a-workbook': {
    message: (p) => `${p('file')} is ${p('format')}: only .xlsx and .xlsm files can be annotated`,
    hint: () => 'List the problems with links instead: -o problems.xlsx. Or save the file as .xlsx and validate that.',
  },
  'annotate/several': {
    message: (p) => `--annotate makes a copy of one workbook, and several were read: ${p('files')}`,
    hint: () => 'Run it once for each, or list all problems with links: -o problems.xlsx',
  },
  'annotate/other-kind': {
    message: (p) => `the copy must end in ${p('wanted')} like the workbook, else Excel does not open it: ${p('file')}`,
    hint: (p) => `Name it: --annotate NAME${p('wanted')}`,
  },
  'annotate/signed': {
    message: (p) => `${p('file')} has a digital signature, which a marked copy would break`,
    hint: () => 'List the problems with links instead: -o problems.xlsx',
  },
  'into/not-a-workbook': {
    message: (p) => `${p('file')} is ${p('format')}: sheets can be put into .xlsx and .xlsm files only`,
    hint: () => 'Open it in Excel and save it as .xlsx, or leave out --into for a workbook of its own.',
  },
  'into/other-kind': {
    message: (p) => `the copy must end in ${p('wanted')} like the workbook, else Excel does not open it: ${p('file')}`,
    hint: (p) => `Name it: -o NAME${p('wanted')}`,
  },
  'into/open': {
    message: (p) => `${p('file')} is open in another program, so what it holds may not be saved yet`,
    hint: () => 'Save and close it there, then run the command again.',
  },
  'into/signed': {
    message: (p) => `${p('file')} has a digital signature, which new sheets would break`,
    hint: () => 'Save a copy without the signature, or leave out --into for a workbook of its own.',
  },
  'into/shared': {
    message: (p) => `${p('file')} is a shared workbook with a history of changes, to which sheets cannot be added`,
    hint: () => 'In Excel, stop sharing it (Review, Unshare Workbook), or leave out --into for a workbook of its own.',
  },
  'into/locked': {
    message: (p) => `the structure of ${p('file')} is protected, so no sheets may be added`,
    hint: () => 'In Excel, turn it off (Review, Protect Workbook), or leave out --into for a workbook of its own.',
  },
  'package/too-large': {
    message: (p) => `${p('part')} of ${p('file')} is too large to be edited`,
    hint: () => 'Write a workbook of its own instead: -o FILE.xlsx',
  },
  'package/encoding': {
    message: (p) => `${p('part')} of ${p('file')} is not in UTF-8, so it cannot be edited`,
    hint: () => 'Open the file in Excel and save it again, or write a workbook of its own: -o FILE.xlsx',
  },
} satisfies Readonly<Record<string, ErrorWords>>;

export type ErrorCode = keyof typeof words;

export const errors: Readonly<Record<ErrorCode, ErrorWords>> = words;
