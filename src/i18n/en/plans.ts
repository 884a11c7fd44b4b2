/** Words of `targets` and `init targets`: terminal and workbooks, English. Amounts and percents come formatted. */
import { counted } from '../numbers.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const plans = {
  sheets: {
    targets: 'Targets',
    profile: 'Profile',
    versions: 'Versions',
    revisions: 'Revisions',
    guide: 'How to fill in',
  },
  /** The KPI stands before the word target: readers find it there. */
  title: (period: string, kpi: string) => `${period} ${kpi.toLowerCase()} targets`,
  unit: (unit: string) => `Unit: ${unit}`,
  monthHeading: (year: number, month: number) => `${months[month - 1] ?? ''} ${year}`,
  quarterHeading: (year: number, quarter: number) => `Q${quarter} ${year}`,
  halfHeading: (year: number, half: number) => `H${half} ${year}`,
  yearHeading: (year: number) => `${year} total`,
  /** Headings that a reader of target files knows; other dimensions keep their own names. */
  headings: {
    rep: 'Rep',
    team: 'Team',
    region: 'Region',
    product: 'Product',
    category: 'Category',
    channel: 'Channel',
    segment: 'Segment',
  } as Readonly<Record<string, string>>,
  total: 'Total',
  subtotal: 'Subtotal',
  level: 'Level',
  company: 'Company',
  split: (p: {
    total: string;
    period: string;
    kpi: string;
    how: string;
    parts: number;
    columns: number;
    step: string;
  }) =>
    `${p.period} ${p.kpi.toLowerCase()} target of ${p.total}, split ${p.how} to ${counted(p.parts, 'part')} and ${counted(p.columns, 'period')}, in steps of ${p.step}`,
  methods: {
    history: 'by history',
    equal: 'equally',
    weights: 'by weights',
    seasonal: 'by season',
    workdays: 'by working days',
  },
  because: {
    history: 'history',
    mean: 'no history: mean of the others',
    equal: 'equal parts',
    weight: 'weight',
    workdays: 'working days',
    stated: 'stated',
    parts: 'sum of its parts',
  },
  facts: {
    kpi: 'KPI',
    period: 'Period',
    total: 'Total',
    from: 'Split',
    method: 'Method',
    periodBase: 'Shares of periods from',
    partBase: 'Shares of parts from',
    step: 'Rounded to',
    rounding: 'Rounding',
    buffer: (name: string) => `Buffer of ${name}`,
    each: 'each level',
  },
  from: { total: 'one total', targets: 'the targets of a file' },
  largestRemainder:
    'Largest remainder (Hamilton): each part gets the whole steps of its share, those with the largest remainders one step more until the total is given out. Balinski and Young, Fair Representation, 2nd ed. 2001. What rounding takes from a part in one period it gets back in the next.',
  noBase: 'no history used',
  columns: {
    period: 'Period',
    share: 'Share',
    target: 'Target',
    basis: 'From',
    why: 'Why',
    ramp: 'Counts less in',
    part: 'Part',
  },
  shareTitle: { periods: 'Shares of periods', parts: 'Shares of parts' },
  rampFrom: (first: string, last: string) => `not there in full: ${first} to ${last}`,
  rampIn: (column: string, part: string) => `${column} ${part}`,
  notes: {
    'no-season': () =>
      'No earlier year with sales in every period: all periods have equal shares. Give more history, --base or --weights.',
    'left-out': (names: string) => `Not among the people, so without a target: ${names}`,
    'several-parents': (names: string) => `Sold under several nodes; targets stand under the largest: ${names}`,
    'smaller-step': () => 'The step is smaller than 1,000 because the parts are small; --round says otherwise.',
    'over-assigned': () =>
      'With a buffer parts add up to more than what they are parts of: intended, and not an error.',
  },
  wrote: (path: string) => `Wrote ${path}`,
  wouldWrite: (path: string) => `Would write ${path}`,
  more: (count: number) => `... and ${counted(count, 'more', 'more')}; all are in the workbook`,
  next: (path: string) => `Next: salesmetrics validate ${path}`,
};
