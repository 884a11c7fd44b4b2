/** Words for every problem of the catalogue, English. `says` is what is, `remedy` what to type (ux.md 3.18). */
import { shellWord } from '../../lib/shell-word.ts';
import { counted, grouped } from '../numbers.ts';
import type { ProblemCatalogue, Seen } from '../shape.ts';
import { notReadWhy } from './not-read.ts';

const quoted = ({ value }: Seen) => (value === null ? 'the cell' : `"${value}"`);
const under = ({ heading }: Seen) => (heading === null || heading === '' ? '' : ` in "${heading}"`);
const timeRemedy = sumRemedy(
  ({ own, sum }) => `Set the total to ${grouped(sum)}, or correct the parts to reach ${grouped(own)}.`,
);
const list = (items: readonly string[]) => items.join(', ');
const quotedList = (items: readonly string[]) => items.map((item) => `"${item}"`).join(', ');

const typeWords: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'a number',
  integer: 'a whole number',
  money: 'an amount',
  date: 'a date',
  boolean: 'yes or no',
};

export const problems: ProblemCatalogue = {
  'file/html-named-xls': {
    title: 'a web page named .xls',
    says: () => 'the file is named .xls but is an HTML page; its table was read',
    remedy: () => 'Save it from Excel as .xlsx to have typed numbers and dates.',
  },
  'file/text-named-xls': {
    title: 'text named .xls',
    says: () => 'the file is named .xls but is delimited text; it was read as that',
    remedy: () => 'Rename it to .csv, or save it from Excel as .xlsx.',
  },
  'file/content-differs': {
    title: 'content differs from the name',
    says: ({ expected, found }) => `the name says ${expected}, the content is ${found}; it was read as ${found}`,
    remedy: ({ found }) => `Rename the file to .${found}.`,
  },
  'into/title-taken': {
    title: 'sheet name taken',
    says: ({ title }) => `the workbook has a sheet of its own by this name, so ours is called "${title}"`,
    remedy: () => 'Rename either of them as you like: later runs find ours again.',
  },
  'into/recalculate': {
    title: 'formulas over the data sheets',
    says: () => 'formulas of this sheet read ours: Excel computes them on opening, LibreOffice when told to',
    remedy: () => 'In LibreOffice, press Ctrl+Shift+F9.',
  },
  'into/other-version': {
    title: 'layout for other data sheets',
    says: ({ made, now }) =>
      `the workbook was made for version ${made} of the data sheets, these are of version ${now}: its formulas may not find what they look for`,
    remedy: () => 'Start from the template of this version, or adapt the formulas to the columns of sm_data.',
  },
  'file/unclosed-quote': {
    title: 'a quote is never closed',
    says: ({ lines }) => `a quote opens here and is never closed; it would swallow ${counted(lines, 'line')}`,
    remedy: () => 'Close the quote, or double it ("") where it belongs to the text.',
  },
  'file/null-bytes': {
    title: 'null bytes',
    says: ({ count }) => `the file holds ${counted(count, 'null byte')}; they were skipped`,
    remedy: () => 'Export the file again, or name its encoding: --encoding utf-16le',
  },
  'row/ragged': {
    title: 'wrong number of cells',
    says: ({ found, expected, rows }) =>
      `the row has ${counted(found, 'cell')}, the table ${expected}${rows > 1 ? `; ${counted(rows - 1, 'other row')} ${rows === 2 ? 'differs' : 'differ'} too` : ''}`,
    remedy: () => 'Quote a text that holds the separator, or remove the extra one.',
  },
  'cell/too-long': {
    title: 'a very long text',
    says: ({ length }) => `the text has ${grouped(String(length))} characters, more than an Excel cell holds`,
    remedy: () => 'Look for a quote that is missing above this row.',
  },
  'header/missing-column': {
    title: 'a column is missing',
    says: ({ field, dataset, near }) =>
      `no heading stands for ${field} of ${dataset}${near.length > 0 ? `; near are ${quotedList(near)}` : ''}`,
    remedy: ({ field, near }) =>
      `Name the column: --column ${near[0] === undefined ? `${field}=<heading>` : shellWord(`${field}=${near[0]}`)}`,
  },
  'header/ambiguous-column': {
    title: 'two columns fit one field',
    says: ({ field, columns }) => `${quotedList(columns)} fit ${field} equally well; neither was chosen`,
    remedy: ({ field, columns }) =>
      `Choose one: --column ${columns[0] === undefined ? `${field}=<heading>` : shellWord(`${field}=${columns[0]}`)}`,
  },
  'header/repeated-heading': {
    title: 'a heading stands twice',
    says: ({ columns }) =>
      `the heading${columns.length === 1 ? '' : 's'} ${quotedList(columns)} stand${columns.length === 1 ? 's' : ''} more than once; the first column was used`,
    remedy: () => 'Give each column its own heading.',
  },
  'table/not-recognised': {
    title: 'not recognised',
    says: ({ headings }) =>
      headings.length === 0
        ? 'no table was found here'
        : `not orders, targets or another known table; its headings are ${quotedList(headings)}`,
    remedy: () => 'Say what it is: --as orders=FILE#SHEET, and name columns: --column amount=<heading>',
  },
  'table/not-read': {
    title: 'not read',
    says: ({ why }) => `not read: ${notReadWhy(why)}`,
    remedy: ({ why }) =>
      why === 'stage-history'
        ? 'Export the opportunities themselves: a report with stage, amount and close date.'
        : 'To read it all the same, name it: --sheet NAME or --as orders=FILE#SHEET',
  },
  'table/summary': {
    title: 'a summary of another table',
    says: ({ other }) => `its amounts are the sums of ${other}; it was not counted again`,
    remedy: () => 'To be rid of the remark, leave that file or sheet out.',
  },
  'table/more-problems': {
    title: 'more problems than are listed',
    says: ({ what, count }) =>
      `${counted(count, 'more problem')} of the code ${what} ${count === 1 ? 'is' : 'are'} counted here, not listed`,
    remedy: () => 'put right what the listed ones say, then look again',
  },
  'table/overlap': {
    title: 'rows stand in two tables',
    says: ({ rows, amount, other }) =>
      `${counted(rows, 'row')} (${grouped(amount)}) also stand${rows === 1 ? 's' : ''} in ${other}; the later copy is left out`,
    remedy: () => 'They are copies: --overlap drop. They are sales of their own: --overlap keep',
  },
  'table/total-mismatch': {
    title: 'a total does not add up',
    says: ({ label, stated, sum }) => `"${label}" says ${grouped(stated)}, its rows add up to ${grouped(sum)}`,
    remedy: () => 'Export the file again, or correct the row that was changed after the total was made.',
  },
  'table/hidden-rows': {
    title: 'hidden rows are counted',
    says: ({ rows, amount }) =>
      `${counted(rows, 'row')} hidden by a filter or by hand ${rows === 1 ? 'is' : 'are'} counted (${grouped(amount)})`,
    remedy: () => 'To leave rows out, delete them or use --only.',
  },
  'table/unit-scaled': {
    title: 'numbers were scaled',
    says: ({ stated, factor }) => `the file says "${stated}": its numbers were multiplied by ${grouped(factor)}`,
    remedy: () => 'If that is wrong, say the unit: --unit orders=1',
  },
  'table/expected-close': {
    title: 'ended deals dated as expected',
    says: ({ heading }) => `won and lost deals are dated by "${heading}": the table has no day on which they ended`,
    remedy: () => 'Export the day of winning or losing too, or name its column with --column closeDate=<heading>.',
  },
  'table/price-as-amount': {
    title: 'each row is one piece',
    says: ({ heading }) => `no column counts pieces: each row is one, and "${heading}" is its amount`,
    remedy: () => 'If rows are of several pieces, name their number with --column quantity=<heading>.',
  },
  'table/actuals-of-plan': {
    title: 'actuals taken from the plan',
    says: ({ heading }) => `no orders were given: revenue is what "${heading}" says of each period`,
    remedy: () => 'Give the orders too for orders, customers and all that single sales tell.',
  },
  'cell/not-a-number': {
    title: 'not a number',
    says: (_, seen) => `${quoted(seen)}${under(seen)} is not a number`,
    remedy: ({ hint }) =>
      hint === '' ? 'Type the number, or empty the cell.' : `Type ${grouped(hint)}, if that is meant.`,
  },
  'cell/ambiguous-number': {
    title: 'a number with two readings',
    says: ({ readings }, seen) => `${quoted(seen)}${under(seen)} can be ${readings.join(' or ')}`,
    remedy: () => 'Write it without group marks, or store it as a number.',
  },
  'cell/no-such-date': {
    title: 'no such date',
    says: (_, seen) => `there is no such date: ${quoted(seen)}${under(seen)}`,
    remedy: ({ hint }) => (hint === '' ? 'Correct the date.' : `Correct the date; the month ends on ${hint}.`),
  },
  'cell/not-a-date': {
    title: 'not a date',
    says: (_, seen) => `${quoted(seen)}${under(seen)} is not a date`,
    remedy: () => 'Type a date, for example 2024-01-31.',
  },
  'cell/ambiguous-date': {
    title: 'a date with two readings',
    says: ({ readings, rows }, seen) =>
      `${quoted(seen)}${under(seen)} can be ${readings.join(' or ')}; no date of the column settles which (${counted(rows, 'row')})`,
    remedy: () => 'Say the order: --date-order dmy or --date-order mdy',
  },
  'cell/implausible-date': {
    title: 'an implausible date',
    says: ({ first, last }, seen) => `${quoted(seen)}${under(seen)} is far from the other dates (${first} to ${last})`,
    remedy: () => 'Correct the date.',
  },
  'cell/error-value': {
    title: 'an error value',
    says: (_, seen) => `the cell${under(seen)} holds the error ${quoted(seen)}`,
    remedy: () => 'Correct its formula.',
  },
  'cell/no-cached-value': {
    title: 'a formula without a result',
    says: (_, seen) => `the formula${under(seen)} has no stored result`,
    remedy: () => 'Open the workbook in Excel and save it, so that results are stored.',
  },
  'cell/required': {
    title: 'an empty cell',
    says: (_, seen) => `the cell${under(seen)} is empty`,
    remedy: () => 'Fill it in, or delete the row.',
  },
  'cell/lost-digits': {
    title: 'an id that lost digits',
    says: ({ digits }, seen) =>
      `${quoted(seen)}${under(seen)} has ${digits} digits but was stored as a number, which keeps 15`,
    remedy: () => 'Export the column as text.',
  },
  'cell/rounded-source': {
    title: 'rounded amounts',
    says: ({ rows }, seen) =>
      `${counted(rows, 'cell')}${under(seen)} ${rows === 1 ? 'is' : 'are'} written with a unit (1.2k, 1.2万), and so rounded`,
    remedy: () => 'Export the amounts in full.',
  },
  'money/mixed-currency': {
    title: 'several currencies',
    says: ({ currencies }) => `amounts are in ${list(currencies)}, and no rates are given`,
    remedy: () => 'Give rates (date, from, to, rate): --as rates=FILE, or money.rates in salesmetrics.yaml.',
  },
  'money/missing-rate': {
    title: 'no exchange rate',
    says: ({ from, to, day }) => `there is no rate from ${from} to ${to}${day === '' ? '' : ` for ${day}`}`,
    remedy: ({ from, to }) =>
      `Add the rate of ${from} in ${to} to the table of rates; two that differ on one day are none.`,
  },
  'money/converted': {
    title: 'converted to the currency of the report',
    says: ({ from, to, rows, before, after, policy }) =>
      `${counted(rows, 'row')} converted: ${from} ${grouped(before)} are ${to} ${grouped(after)} (${policy})`,
    remedy: () => 'To have amounts left as they are, export them in one currency.',
  },
  'status/unmapped': {
    title: 'an unknown status',
    says: ({ status, rows, amount }) =>
      `nobody said whether status "${status}" counts; ${counted(rows, 'row')} (${grouped(amount)}) with it ${rows === 1 ? 'is' : 'are'} counted`,
    remedy: ({ status }) => `If they do not count, leave them out with --only, or rename the status "${status}".`,
  },
  'stage/unmapped': {
    title: 'an unknown stage',
    says: ({ stage, rows, amount }) =>
      `nobody said whether stage "${stage}" is won, lost or open; ${counted(rows, 'deal')} (${grouped(amount)}) with it ${rows === 1 ? 'counts' : 'count'} as open`,
    remedy: ({ stage }) => `If they are closed, rename the stage "${stage}", for example to Closed Won or Closed Lost.`,
  },
  'satisfaction/unmapped': {
    title: 'an unknown answer',
    says: ({ answer, rows }) =>
      `nobody said whether "${answer}" is satisfied; ${counted(rows, 'ticket')} with it ${rows === 1 ? 'counts' : 'count'} as not rated`,
    remedy: () => 'Write good or bad, or a number from 1 to 5.',
  },
  'cell/out-of-range': {
    title: 'a number out of range',
    says: ({ lowest, highest }, seen) => `${quoted(seen)}${under(seen)} is no score from ${lowest} to ${highest}`,
    remedy: ({ lowest, highest }) => `Type a number from ${lowest} to ${highest}, or empty the cell.`,
  },
  'row/repeated-line': {
    title: 'equal rows',
    says: ({ rows, amount, firstRow }) =>
      `${counted(rows, 'row')} repeat${rows === 1 ? 's' : ''} another one (${grouped(amount)}), first row ${firstRow}; all are counted`,
    remedy: () => 'If they are mistakes, delete them in the file.',
  },
  'row/shared-order-id': {
    title: 'an order id with several customers',
    says: ({ orders, example }) =>
      `${counted(orders, 'order id')} belong${orders === 1 ? 's' : ''} to several customers, for example "${example}"`,
    remedy: () => 'Check whether the id column is the right one: --column orderId=<heading>',
  },
  'row/refund-without-order': {
    title: 'refunds without their order',
    says: ({ rows, amount }) =>
      `${counted(rows, 'refund row')} (${grouped(amount)}) without an order in the file; counted where they stand`,
    remedy: () => 'To see them beside their orders, add the export that has those.',
  },
  'row/line-without-order': {
    title: 'a line without its order',
    says: ({ orderId }) => `no order "${orderId}" for this line, so it has no date; it is left out`,
    remedy: () => 'Add the order to the orders table, or correct the id.',
  },
  'row/order-without-lines': {
    title: 'orders without lines',
    says: ({ orders, example }) =>
      `${counted(orders, 'order')} without lines count${orders === 1 ? 's' : ''} as 0, for example "${example}"`,
    remedy: () => 'Add the lines, or delete the order.',
  },
  'row/head-amount-differs': {
    title: 'order total differs from its lines',
    says: ({ orders, amount, example }) =>
      `the total of ${counted(orders, 'order')} differs from the lines by ${grouped(amount)}, for example "${example}"; the lines count`,
    remedy: () => 'Check discounts and shipping that stand only in the order.',
  },
  'row/duplicate-key': {
    title: 'a key stands twice',
    says: ({ key, firstRow }) => `"${key}" already stands in row ${firstRow}; the first row is used`,
    remedy: () => 'Keep one row for each key.',
  },
  'row/ambiguous-person': {
    title: 'two people of one name',
    says: ({ name }) => `"${name}" is the name of more than one person`,
    remedy: () => 'Add an employee id column to both tables.',
  },
  'row/return-without-order': {
    title: 'returns without their order',
    says: ({ rows, example }) =>
      `${counted(rows, 'returned order')} ${rows === 1 ? 'is' : 'are'} not in the orders, for example "${example}"`,
    remedy: () => 'Add the earlier orders, or check the id column.',
  },
  'row/payment-without-order': {
    title: 'payments without their order',
    says: ({ rows, amount, example }) =>
      `${counted(rows, 'payment')} (${grouped(amount)}) of orders that are not in the file, for example "${example}"; counted all the same`,
    remedy: () => 'Add the earlier orders, or check the id column.',
  },
  'row/repeated-deal': {
    title: 'a deal stands twice',
    says: ({ rows, amount, example, firstRow }) =>
      `${counted(rows, 'row')} (${grouped(amount)}) repeat${rows === 1 ? 's' : ''} the id of an earlier deal, for example "${example}", first in row ${firstRow}; all are counted`,
    remedy: () => 'If they are copies, delete them in the file; if not, check the id column: --column dealId=<heading>',
  },
  'row/closed-without-date': {
    title: 'closed deals without a date',
    says: ({ rows, amount }) =>
      `${counted(rows, 'won or lost deal')} (${grouped(amount)}) without a close date ${rows === 1 ? 'is' : 'are'} in no period`,
    remedy: () => 'Type the date on which they were closed.',
  },
  'deals/gone': {
    title: 'deals that the later export does not have',
    says: ({ deals, example }) =>
      `${deals} open ${deals === 1 ? 'deal' : 'deals'} of the earlier export (${example}) ${deals === 1 ? 'is' : 'are'} not in the later one, so in no slip rate`,
    remedy: () => 'Export both with the same filter, or merge deals under one id.',
  },
  'row/negative-cycle': {
    title: 'closed before created',
    says: ({ created, closed }) =>
      `the deal was won on ${closed}, before it was created on ${created}; it is left out of the sales cycle`,
    remedy: () => 'Correct one of the two dates.',
  },
  'row/negative-duration': {
    title: 'an end before its start',
    says: ({ from, to }) => `${to} is before the ticket was created (${from}); its duration is left out`,
    remedy: () => 'Correct one of the two times.',
  },
  'join/unmatched': {
    title: 'keys that a joined table does not have',
    says: ({ field, dataset, keys, rows, amount, near }, seen) =>
      `${counted(keys, 'value')} of ${field} (${counted(rows, 'row')}${amount === '' ? '' : `, ${grouped(amount)}`}) ${keys === 1 ? 'is' : 'are'} not in ${dataset}, for example ${quoted(seen)}${near.length > 0 ? `; near is ${quotedList(near)}` : ''}`,
    remedy: ({ near }, seen) =>
      near.length > 0
        ? `If they are the same, write ${quotedList(near)} for ${quoted(seen)}.`
        : 'Add them to the list.',
  },
  'join/differs': {
    title: 'the file and the list of people differ',
    says: ({ field, rows, amount, own, other }) =>
      `${counted(rows, 'row')}${amount === '' ? '' : ` (${grouped(amount)})`} ${rows === 1 ? 'has' : 'have'} another ${field} than the list of people, first "${own}" against "${other}"; the file counts`,
    remedy: ({ field }) => `Correct one of the two. To group by the list all the same, name it: --by people.${field}`,
  },
  'market/size-differs': {
    title: 'two sizes of one market',
    says: ({ period, first, second, firstRow }) =>
      `the market of ${period} is ${grouped(second)} here and ${grouped(first)} in row ${firstRow}; the first is used`,
    remedy: () => 'Keep one size for each period, segment and region.',
  },
  'market/share-over-one': {
    title: 'more revenue than the whole market',
    says: ({ where, revenue, size }) =>
      `${where === '' ? 'revenue' : `revenue of ${where}`} is ${grouped(revenue)}, more than the whole market of ${grouped(size)}`,
    remedy: () => 'Check the unit of the market sizes (--unit market=万), their period and what they count.',
  },
  'market/unknown-period': {
    title: 'an unknown period',
    says: (_, seen) => `${quoted(seen)}${under(seen)} names no period`,
    remedy: () => 'Write 2024, 2024-Q1 or 2024-03.',
  },
  'control/total': {
    title: 'another total than expected',
    says: ({ kpi, expected, actual, difference }) =>
      `${kpi} is ${grouped(actual)}, expected ${grouped(expected)}: a difference of ${grouped(difference)}`,
    remedy: () => 'Compare the export with the system it came from: period, filters, tax.',
  },
  'accept/unused': {
    title: 'accepted row not found',
    says: ({ code, key }) => `no row "${key}" is left out for ${code} any more`,
    remedy: () => 'Delete the line from the accept file.',
  },
  'accept/unsigned': {
    title: 'accepted by nobody',
    says: ({ rows }) => `${counted(rows, 'accepted row')} without a name or a reason`,
    remedy: () => 'Fill in the columns who and reason.',
  },
  'targets/duplicate': {
    title: 'a target stands twice',
    says: ({ name, period, kpi, firstRow }) =>
      `"${name}" has a second target for ${kpi} in ${period}; the first is in row ${firstRow}`,
    remedy: () => 'Keep one of them.',
  },
  'targets/repeated-key': {
    title: 'targets of one key were added',
    says: ({ key, period, firstRow }) =>
      `"${key}" in ${period} already has a target in row ${firstRow}; both were added up`,
    remedy: () => 'If that is not meant, keep one of them.',
  },
  'targets/several-versions': {
    title: 'several versions of the targets',
    says: ({ versions, kpi }) =>
      `versions ${quotedList(versions)} of the ${kpi} targets, and none has a date from which it holds`,
    remedy: () => 'Add a column "effective from", or keep one version.',
  },
  'targets/parent-sum': {
    title: 'targets below do not add up',
    says: ({ name, period, own, sum }) =>
      `"${name}" has ${grouped(own)} in ${period}, those below it add up to ${grouped(sum)}`,
    remedy: sumRemedy(({ own, sum }) => `Change one of the two: ${grouped(own)} or ${grouped(sum)}.`),
  },
  'targets/quarter-sum': {
    title: 'months do not add up to their total',
    says: ({ name, period, own, sum }) =>
      `the target of "${name}" for ${period} is ${grouped(own)}, its parts add up to ${grouped(sum)}`,
    remedy: timeRemedy,
  },
  'targets/unknown-kpi': {
    title: 'an unknown KPI',
    says: ({ near }, seen) => `${quoted(seen)} is no KPI${near.length > 0 ? `; did you mean ${list(near)}?` : ''}`,
    remedy: ({ near }) => (near.length > 0 ? `Write ${near[0]}.` : 'See the names: salesmetrics explain kpis'),
  },
  'targets/unknown-period': {
    title: 'an unknown period',
    says: (_, seen) => `${quoted(seen)}${under(seen)} names no period`,
    remedy: () => 'Write 2024, 2024-Q1, 2024-03 or 2024-03-15.',
  },
  'targets/scale': {
    title: 'targets of another size',
    says: ({ actual, target }) =>
      `the actual is ${grouped(actual)}, the target ${grouped(target)}: one of them may be in thousands or 万`,
    remedy: () => 'Say the unit: --unit targets=万 or --unit targets=k',
  },
  'targets/tax-basis': {
    title: 'targets on another tax basis',
    says: ({ actual, target }) => `actuals have tax ${actual}, targets tax ${target}`,
    remedy: ({ target }) => `Take the actuals on the basis of the targets: --tax ${target}`,
  },
  'targets/tax-basis-unknown': {
    title: 'the tax basis of one side is unknown',
    says: ({ known, side }) =>
      `${side === 'target' ? 'the targets do not say whether they include tax; actuals have' : 'the actuals do not say whether they include tax; targets have'} tax ${known}`,
    remedy: () => 'Say it in a heading or title of the file, or with --tax included or --tax excluded.',
  },
  'targets/incomplete': {
    title: 'targets do not cover the period',
    says: ({ kpi, missing }) => `no ${kpi} targets for ${list(missing)}, so no attainment for the period`,
    remedy: () => 'Add the missing targets, or choose a period that they cover: --period ID',
  },
  'targets/year-only': {
    title: 'only a target for the year',
    says: ({ year }) => `the targets for ${year} are for the whole year; they are not divided by months`,
    remedy: ({ year }) => `Judge the year (--period ${year}), or split it into months: salesmetrics targets breakdown`,
  },
  'targets/outside-period': {
    title: 'targets outside the period',
    says: ({ rows, first, last }) =>
      `${counted(rows, 'target')} outside ${first} to ${last} ${rows === 1 ? 'was' : 'were'} not used`,
    remedy: () => 'If their period is mistyped, correct it.',
  },
  'targets/not-computed': {
    title: 'targets for a KPI that is not computed',
    says: ({ kpi, rows }) =>
      `${counted(rows, 'target')} for ${kpi} ${rows === 1 ? 'was' : 'were'} read; this version does not compute that KPI`,
    remedy: () => 'To be rid of the remark, leave these targets out.',
  },
  'targets/negative': {
    title: 'a negative target',
    says: (_, seen) => `${quoted(seen)}${under(seen)} is negative`,
    remedy: () => 'Correct the sign, or give the returns a row of their own.',
  },
  'schema/missing-table': {
    title: 'a table of the schema is missing',
    says: ({ table }) => `no file holds the table "${table}" of the schema`,
    remedy: ({ table }) =>
      `Give its file too, or say in the schema that it may be missing: ${table}: { optional: true }`,
  },
  'schema/missing-column': {
    title: 'a column of the schema is missing',
    says: ({ field, headings }) =>
      `no heading stands for "${field}"${headings.length > 0 ? ` (looked for ${quotedList([field, ...headings])})` : ''}`,
    remedy: ({ field }) => `Add the column, or its heading to the schema: ${field}: { headings: [...] }`,
  },
  'schema/required': {
    title: 'a required cell is empty',
    says: (_, seen) => `the cell${under(seen)} is empty; the schema wants a value`,
    remedy: () => 'Type the value, or say in the schema: required: false',
  },
  'schema/type': {
    title: 'not of the declared type',
    says: ({ type }, seen) => `${quoted(seen)}${under(seen)} is not ${typeWords[type] ?? type}`,
    remedy: ({ hint }) => (hint === '' ? 'Correct the cell.' : `Type ${hint}, if that is meant.`),
  },
  'schema/unique': {
    title: 'a value stands twice',
    says: ({ headings, firstRow }, seen) =>
      headings.length > 1
        ? `${quotedList(headings)} together are the same as in row ${firstRow}`
        : `${quoted(seen)}${under(seen)} stands in row ${firstRow} already`,
    remedy: () => 'Remove one of the two rows, or correct the value of one.',
  },
  'schema/enum': {
    title: 'not one of the allowed values',
    says: ({ allowed }, seen) => `${quoted(seen)}${under(seen)} is none of ${quotedList(allowed)}`,
    remedy: ({ near }) =>
      near[0] === undefined
        ? 'Type one of them, or add the value to the schema.'
        : `Type ${near[0]}, if that is meant.`,
  },
  'schema/pattern': {
    title: 'not of the declared form',
    says: ({ pattern }, seen) => `${quoted(seen)}${under(seen)} does not match ${pattern}`,
    remedy: () => 'Correct the cell, or the pattern in the schema.',
  },
  'schema/range': {
    title: 'outside the declared range',
    says: ({ lowest, highest }, seen) =>
      `${quoted(seen)}${under(seen)} is ${lowest === '' ? `above ${highest}` : highest === '' ? `below ${lowest}` : `not between ${lowest} and ${highest}`}`,
    remedy: () => 'Correct the cell, or min and max in the schema.',
  },
  'schema/foreign-key': {
    title: 'not in the other table',
    says: ({ table, field }, seen) => `${quoted(seen)}${under(seen)} does not stand in "${field}" of "${table}"`,
    remedy: ({ near, table }) =>
      near[0] === undefined ? `Add it to "${table}", or correct the cell.` : `Type ${near[0]}, if that is meant.`,
  },
  'targets/half-sum': {
    title: 'parts do not add up to the half-year',
    says: ({ name, period, own, sum }) =>
      `the target of "${name}" for ${period} is ${grouped(own)}, its parts add up to ${grouped(sum)}`,
    remedy: timeRemedy,
  },
  'targets/year-sum': {
    title: 'parts do not add up to the year',
    says: ({ name, period, own, sum }) =>
      `the target of "${name}" for ${period} is ${grouped(own)}, its parts add up to ${grouped(sum)}`,
    remedy: timeRemedy,
  },
  'targets/printed-total': {
    title: 'a printed total is wrong',
    says: ({ name, period, own, sum }) =>
      `the total of "${name}" for ${period} says ${grouped(own)}, what it totals adds up to ${grouped(sum)}`,
    remedy: timeRemedy,
  },
  'targets/cut-sum': {
    title: 'two breakdowns of one total differ',
    says: ({ period, first, second, own, sum }) =>
      `the targets for ${period} by ${first} add up to ${grouped(own)}, by ${second} to ${grouped(sum)}`,
    remedy: sumRemedy(() => 'Correct one of the two breakdowns.'),
  },
  'row/unknown-person': {
    title: 'an unknown person',
    says: ({ near, rows }, seen) =>
      `${quoted(seen)} is nobody known${rows > 1 ? ` (${counted(rows, 'target')})` : ''}${near.length > 0 ? `; did you mean ${quotedList(near)}?` : ''}`,
    remedy: ({ near }) =>
      near.length > 0
        ? `Write ${quotedList(near.slice(0, 1))}, or add the person to the list of people.`
        : 'Add the person to the list of people.',
  },
  'targets/unknown-parent': {
    title: 'an unknown node above',
    says: ({ near }, seen) =>
      `no row describes ${quoted(seen)}, which is named as the node above${near.length > 0 ? `; did you mean ${quotedList(near)}?` : ''}`,
    remedy: ({ near }) =>
      near.length > 0 ? `Write ${quotedList(near.slice(0, 1))}.` : 'Correct the name, or add a row for it.',
  },
  'targets/unknown-level': {
    title: 'an unknown level',
    says: ({ near }, seen) => `${quoted(seen)} is no level; did you mean ${quotedList(near)}?`,
    remedy: ({ near }) => `Write ${quotedList(near.slice(0, 1))}.`,
  },
  'targets/misspelled-name': {
    title: 'a name spelled in two ways',
    says: ({ near, rows }, seen) =>
      `${quoted(seen)}${rows > 1 ? ` in ${counted(rows, 'row')}` : ''} looks like ${quotedList(near)} misspelled`,
    remedy: ({ near }) => `Write ${quotedList(near.slice(0, 1))}.`,
  },
  'targets/inactive-owner': {
    title: 'a target for somebody who is not there',
    says: ({ name, period, from, to }) =>
      `"${name}" has a target for ${period} but ${to === '' ? `begins on ${from}` : `leaves on ${to}`}`,
    remedy: () => 'Give the target to somebody else, or correct the dates in the list of people.',
  },
  'targets/gap': {
    title: 'a target is missing',
    says: ({ kind, name, kpi, missing }) =>
      ({
        months: `"${name}" has no ${kpi} target for ${list(missing)}, others have`,
        period: `nobody has a ${kpi} target for ${list(missing)}`,
        person: `"${name}" of the list of people has no ${kpi} target`,
        unplanned: `"${name}" has actuals but no ${kpi} target`,
      })[kind] ?? `"${name}" has no ${kpi} target`,
    remedy: () => 'Add the target; where none is meant, type 0.',
  },
  'targets/weights': {
    title: 'weights do not make 100 %',
    says: ({ name, period, sum }) => `the weights of "${name}" for ${period} add up to ${sum} %`,
    remedy: () => 'Correct the weights so that they make 100 %.',
  },
  'targets/unit-slip': {
    title: 'a number in another unit',
    says: ({ usual, factor }, seen) =>
      `${quoted(seen)} is about ${factor} of what stands around it (${grouped(usual)})`,
    remedy: () => 'Type it in the unit of the others (万 or single units).',
  },
  'targets/overlap': {
    title: 'periods overlap',
    says: ({ name, first, second }) => `the targets of "${name}" for ${first} and ${second} cover the same days`,
    remedy: () => 'Let one end before the other begins.',
  },
  'targets/version-total': {
    title: 'a new version has another total',
    says: ({ period, first, second, own, other }) =>
      `the targets for ${period} are ${grouped(own)} in version "${second}", ${grouped(other)} in "${first}"`,
    remedy: ({ other }) => `If only the parts were to change, bring the new version to ${grouped(other)}.`,
  },
  'targets/late-version': {
    title: 'a version changes what is over',
    says: ({ version, from, period }) => `version "${version}" holds from ${from} but changes the target for ${period}`,
    remedy: () => 'Keep targets of periods that were over when the version came into effect.',
  },
  'targets/hierarchy': {
    title: 'the hierarchy is broken',
    says: ({ kind, name, other }) =>
      ({
        root: `"${name}" is a second top beside "${other}"`,
        cycle: `"${name}" stands below itself, by way of "${other}"`,
        orphan: `"${name}" has nobody above it, others of its level have`,
        space: `"${name}" has a blank at its end here, elsewhere it has none`,
      })[kind] ?? `the place of "${name}" is not clear`,
    remedy: ({ kind }) =>
      kind === 'space'
        ? 'Remove the blank; formulas of the workbook take the two for different names.'
        : 'Name the node above it.',
  },
  'targets/calendar': {
    title: 'the calendar does not fit',
    says: ({ kind, found, expected }) =>
      ({
        months: `the columns hold ${found} months, a year has ${expected}`,
        year: `the target is for ${found}, the title says ${expected}`,
        row: `this row is for ${found}; the other rows leave ${expected} out for it`,
        order: `${found} comes after ${expected}`,
      })[kind] ?? `${found} instead of ${expected}`,
    remedy: ({ kind, expected }) =>
      kind === 'row' ? `Write ${expected}.` : 'Correct the heading, or write the year into it: 2025-01.',
  },
  'targets/floor-target-stretch': {
    title: 'floor, target and stretch out of order',
    says: ({ name, period, lower, upper }) =>
      `of "${name}" for ${period}, ${grouped(lower)} should be no more than ${grouped(upper)}: floor, target, stretch`,
    remedy: () => 'Correct the one that is out of order.',
  },
  'targets/non-additive-sum': {
    title: 'a sum of what does not add up',
    says: ({ kpi, name, period }) =>
      `the ${kpi} target of "${name}" for ${period} is the sum of its parts; ${kpi} does not add up`,
    remedy: () => 'Set the target of the whole by itself.',
  },
  'targets/hidden-rows': {
    title: 'hidden rows are counted',
    says: ({ rows }) => `${counted(rows, 'hidden row')} of targets ${rows === 1 ? 'is' : 'are'} counted`,
    remedy: () => 'To leave rows out, delete them.',
  },
  'targets/typed-total': {
    title: 'a total is typed where others are computed',
    says: ({ neighbour, formulas }, seen) =>
      `the total ${quoted(seen)} is typed; ${counted(formulas, 'total')} beside it ${formulas === 1 ? 'is a formula' : 'are formulas'}, such as ${neighbour}`,
    remedy: ({ neighbour }) => `Copy the formula of ${neighbour} into the cell, so that it follows its parts.`,
  },
  'targets/implausible': {
    title: 'a target unlike the past',
    says: ({ kind, name, period, base, times }) =>
      ({
        growth: `the target of "${name}" for ${period} is ${times} times the actual of a year before (${grouped(base)})`,
        flat: `the months of "${name}" in ${period} are all alike, the past was not: its best month had ${times} times its weakest`,
        best: `the target of "${name}" for ${period} is ${times} times the best month ever (${grouped(base)})`,
      })[kind] ?? `the target of "${name}" for ${period} is ${times} times ${grouped(base)}`,
    remedy: () => 'If it is not meant, correct the number or its unit.',
  },
  'targets/not-smart': {
    title: 'a remark on SMART',
    says: ({ criterion, why }) =>
      ({
        kpi: 'not specific (S): no KPI is named, it was read as revenue',
        owner: 'not specific (S): nobody is named whose target it is',
        unit: 'not measurable (M): amounts have neither currency nor unit',
        implausible: 'not achievable (A): targets are far from the past',
        unlinked: 'not relevant (R): nothing links the targets to a total above them',
        yearly: 'not time-bound (T): only a target for the year, none on the way',
      })[why] ?? `criterion ${criterion}`,
    remedy: ({ why }) =>
      ({
        kpi: 'Add a column KPI.',
        owner: 'Add a column Owner, Rep or Team.',
        unit: 'Write the currency or unit into the heading, for example Target (USD).',
        implausible: 'See the remarks on single targets.',
        unlinked: 'Add a column Parent, or the targets of the level above.',
        yearly: 'Split it into quarters or months: salesmetrics targets breakdown',
      })[why] ?? '',
  },
};

interface Sum {
  readonly own: string;
  readonly sum: string;
  readonly wanted: string;
  readonly allowed: string;
}

/** `otherwise`: where nobody can tell which cell is the wrong one. */
function sumRemedy(otherwise: (sum: Sum) => string): (sum: Sum) => string {
  return (found) => {
    if (found.allowed === 'rounding') return 'Nothing to do: rounding makes as much.';
    if (found.allowed === 'at-least') return 'Nothing to do: the parts may add up to more.';
    if (found.allowed !== '') return `Nothing to do: the parts may differ by ${found.allowed}.`;
    return found.wanted === '' ? otherwise(found) : setTo(found.wanted);
  };
}

function setTo(wanted: string): string {
  return `Set the cell to ${grouped(wanted)}.`;
}
