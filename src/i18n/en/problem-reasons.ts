/** Why each code matters and what usually causes it, English; for `explain`. */
import type { ProblemReasons } from '../shape.ts';

export const problemReasons: ProblemReasons = {
  'targets/duplicate': {
    why: 'nobody can tell which of the two counts, so there is no attainment',
    causes: 'a row was copied and its name or month left as it was; two plans were pasted together',
  },
  'targets/repeated-key': {
    why: 'the rows add up; if one is a copy, the target is too high',
    causes: 'a row was pasted twice; a column that tells the rows apart is missing',
  },
  'targets/several-versions': {
    why: 'attainment depends on which version holds',
    causes: 'a new plan was added below the old one without a day of effect',
  },
  'targets/parent-sum': {
    why: 'a team can reach its target while its people do not, or the other way round',
    causes: 'one level was edited and the other was not; somebody joined or left; a buffer that nothing states',
  },
  'targets/quarter-sum': {
    why: 'attainment by month and by quarter would disagree',
    causes: 'one level was edited and the other was not; rounding',
  },
  'targets/half-sum': {
    why: 'attainment by quarter and by half-year would disagree',
    causes: 'one level was edited and the other was not; rounding',
  },
  'targets/year-sum': {
    why: 'attainment by month and for the year would disagree',
    causes: 'the year was settled first and the months were changed later; rounding',
  },
  'targets/printed-total': {
    why: 'readers of the file see another total than the one that is evaluated',
    causes: 'the total is typed, or its formula leaves a row out',
  },
  'targets/cut-sum': {
    why: 'the same money is planned twice and not alike: attainment by one differs from that by the other',
    causes: 'one breakdown was revised, the other was not',
  },
  'targets/typed-total': {
    why: 'the total stays as it is when its parts change',
    causes: 'a value was pasted or typed over the formula',
  },
  'targets/unknown-kpi': {
    why: 'the target is in no figure',
    causes: 'a misspelled KPI, or one that has another name here',
  },
  'targets/unknown-period': {
    why: 'the target is in no figure',
    causes: 'a misspelled month, or one that does not exist',
  },
  'targets/unknown-parent': {
    why: 'the row is missing from the sum of its team or region',
    causes: 'a misspelled team; a team whose row was removed',
  },
  'targets/unknown-level': {
    why: 'nobody can tell whose target it is, so it is in no figure',
    causes: 'a slip of the hand',
  },
  'targets/misspelled-name': {
    why: 'one name counts as two: each has a part of the targets, sales go to one of them',
    causes: 'a slip of the hand; two people filled the file in',
  },
  'targets/hierarchy': {
    why: 'sums over teams and regions cannot be made, or leave somebody out',
    causes: 'a wrong level or node above; a blank at the end of a name',
  },
  'targets/scale': {
    why: 'attainment would be a hundredfold too large or too small',
    causes: 'targets in 万 or thousands, sales in single units, and no unit stated',
  },
  'targets/unit-slip': {
    why: 'the target is ten thousand times too large or too small',
    causes: '万 typed among single units, or the other way',
  },
  'targets/tax-basis': {
    why: 'attainment would be off by the tax',
    causes: 'sales with tax held against targets without, or the other way',
  },
  'targets/tax-basis-unknown': {
    why: 'attainment may be off by the tax',
    causes: 'one of the two files does not say whether tax is included',
  },
  'targets/incomplete': {
    why: 'a period is held against the targets of a part of it, so no attainment is given',
    causes: 'months that were not planned yet; rows that were left out',
  },
  'targets/year-only': {
    why: 'a yearly target says nothing of a month or quarter; it is never spread evenly',
    causes: 'the plan was not broken down yet',
  },
  'targets/outside-period': {
    why: 'these targets are in no figure',
    causes: 'the plan covers more than the sales do',
  },
  'targets/not-computed': {
    why: 'the targets are in no figure',
    causes: 'a KPI that this version knows by name only',
  },
  'targets/negative': {
    why: 'a target to reach is not negative; the cell is in no figure',
    causes: 'a minus by mistake; a correction booked as a row',
  },
  'targets/inactive-owner': {
    why: 'nobody works on the target',
    causes: 'somebody left or comes later; the dates in the list of people are wrong',
  },
  'targets/gap': {
    why: 'attainment of the whole leaves somebody or some month out',
    causes: 'a blank cell; a newcomer who was not planned for',
  },
  'targets/weights': {
    why: 'a score of weights that are not 100% compares with no other',
    causes: 'a KPI was added or removed and the weights were not changed',
  },
  'targets/overlap': {
    why: 'the same sales count towards two targets',
    causes: 'a period was moved and the one beside it was not',
  },
  'targets/version-total': {
    why: 'a revision that moves targets between people should keep the total',
    causes: 'one row too many or too few in the new version',
  },
  'targets/late-version': {
    why: 'a target that is changed when its period is over decides what was reached',
    causes: 'the day of effect is later than the periods that the version changes',
  },
  'targets/calendar': {
    why: 'targets would be held against the sales of another month',
    causes: 'a heading that was copied; months of a fiscal year without their year',
  },
  'targets/floor-target-stretch': {
    why: 'bonuses between floor and stretch cannot be computed',
    causes: 'two columns were swapped; one was raised and the others were not',
  },
  'targets/non-additive-sum': {
    why: 'a rate of the whole is not the sum of the rates of its parts',
    causes: 'a total row was filled down over a KPI that does not add up',
  },
  'targets/hidden-rows': {
    why: 'hidden rows count, and nobody sees them',
    causes: 'a filter was left on',
  },
  'targets/implausible': {
    why: 'a target far from what was ever reached moves nobody',
    causes: 'a digit too many; a change of plan that the past does not show',
  },
  'targets/not-smart': {
    why: 'a goal that cannot be measured or has no date is hard to hold anybody to',
    causes: 'a column for the unit, the owner or the KPI is missing',
  },
  'row/unknown-person': {
    why: 'the target meets no sales, the sales no target',
    causes: 'a misspelled name; a newcomer who is not on the list',
  },
  'row/ragged': {
    why: 'cells stand under the wrong heading',
    causes: 'a separator inside a text that is not quoted',
  },
  'row/repeated-line': {
    why: 'equal rows all count; if they are copies, the revenue is too high',
    causes: 'a row was pasted twice; or the customer bought the same twice',
  },
  'row/shared-order-id': {
    why: 'orders are counted by their number',
    causes: 'order numbers start anew in each shop or year',
  },
  'row/refund-without-order': {
    why: 'the refund lowers this period although the sale is in no file',
    causes: 'the sale is older than the export',
  },
  'row/line-without-order': {
    why: 'the line has no date and no customer, so it is in no figure',
    causes: "two exports of different ranges; a line number read as the order's",
  },
  'row/order-without-lines': {
    why: 'the order counts with an amount of 0',
    causes: 'two exports of different ranges',
  },
  'row/head-amount-differs': {
    why: "the lines count; the order's own amount says something else",
    causes: 'freight, a discount or tax stands in the head only',
  },
  'row/duplicate-key': {
    why: 'rows that join by this key would be ambiguous; the first counts',
    causes: 'a list that was merged from two sources',
  },
  'row/ambiguous-person': {
    why: 'nobody can tell whose sales they are',
    causes: 'two people of one name and no employee number',
  },
  'row/return-without-order': {
    why: 'the return lowers nothing',
    causes: 'the order is older than the export; another spelling of its number',
  },
  'row/payment-without-order': {
    why: 'the payment counts as collected, but settles nothing',
    causes: 'the order is older than the export; another spelling of its number',
  },
  'row/repeated-deal': {
    why: 'a deal counts once',
    causes: 'an export with one row per change or product',
  },
  'row/closed-without-date': {
    why: 'the deal is in no period',
    causes: 'the date was not filled in when the deal was closed',
  },
  'row/negative-cycle': {
    why: 'a deal cannot close before it begins; it is not in the sales cycle',
    causes: 'day and month were swapped; the deal was entered late',
  },
  'row/negative-duration': {
    why: 'a time cannot be negative; the row is not in the mean',
    causes: 'two columns were swapped; clocks of two systems',
  },
  'cell/too-long': {
    why: 'a quote that is never closed swallows the rows below',
    causes: 'a quote inside a text',
  },
  'cell/not-a-number': {
    why: 'the row is in no sum',
    causes: 'the letter O for a zero; a remark in a column of numbers',
  },
  'cell/ambiguous-number': {
    why: 'the number may be a thousand times as large',
    causes: 'exports of two countries in one column',
  },
  'cell/no-such-date': {
    why: 'the row is in no period',
    causes: 'a day after the end of the month',
  },
  'cell/not-a-date': {
    why: 'the row is in no period',
    causes: 'a remark in a column of dates; a date as text',
  },
  'cell/ambiguous-date': {
    why: 'rows could be in the wrong month',
    causes: 'an export that writes day and month as numbers, and none of the values settles it',
  },
  'cell/implausible-date': {
    why: 'a date that stands for nothing would stretch all periods',
    causes: 'a default of the exporting program; a slip in the year',
  },
  'cell/error-value': {
    why: 'the cell has no value, so the row is in no sum',
    causes: 'a formula whose source is gone',
  },
  'cell/no-cached-value': {
    why: 'the workbook was saved without results, so there is no number to read',
    causes: 'a program wrote the workbook and no spreadsheet program opened it since',
  },
  'cell/required': {
    why: 'the row cannot be placed',
    causes: 'a blank cell; a row that belongs to the one above',
  },
  'cell/lost-digits': {
    why: 'two different numbers may read alike',
    causes: 'a long number that a spreadsheet program rounded to 15 digits',
  },
  'cell/rounded-source': {
    why: 'sums are exact, but of rounded numbers',
    causes: 'a unit of 万 in the export',
  },
  'cell/out-of-range': {
    why: 'the value cannot be what its column says',
    causes: 'a percent typed as a number, or the other way',
  },
  'header/missing-column': {
    why: 'what needs the column is not computed',
    causes: 'the export leaves the column out, or calls it otherwise',
  },
  'header/ambiguous-column': {
    why: 'nobody can tell which column counts',
    causes: 'two columns that could both be it',
  },
  'header/repeated-heading': {
    why: 'the columns can only be told apart by their place',
    causes: 'a table that was pasted beside another',
  },
};
