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
  /** The line above targets that `validate` reads: `Buffer: Rep 5%; rounded to 1000`. */
  sums: {
    line: (isBuffer: boolean, parts: readonly string[]) => `${isBuffer ? 'Buffer' : 'Sums'}: ${parts.join('; ')}`,
    atLeast: 'at least',
    roundedTo: (step: string) => `rounded to ${step}`,
  },
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
      'With a buffer parts add up to more than what they are parts of: a warning of validate, no error.',
  },
  check: {
    title: (p: { kpi: string; period: string; version: string | null }) =>
      `${p.kpi} targets of ${p.period}${p.version === null ? '' : `, version ${p.version}`}`,
    columns: {
      node: 'Node',
      target: 'Target',
      sum: 'Adds up to',
      difference: 'Difference',
      before: 'Year before',
      growth: 'Growth',
      best: 'Best before',
      gap: 'Gap',
      winRate: 'Win rate',
      required: 'Pipeline needed',
      open: 'Open now',
      targetShare: 'Of the target',
      historyShare: 'Of the history',
      period: 'Period',
    },
    best: (p: { name: string; periods: number }) =>
      `${p.name} would be the best of ${counted(p.periods + 1, 'period')}`,
    bestOf: (names: string, periods: number) => `Would be the best of ${counted(periods + 1, 'period')}: ${names}`,
    pipelineTitle: 'Pipeline needed = gap / win rate',
    seasonTitle: 'Seasons: each period in the target and in the history',
    otherVersions: (names: readonly string[]) =>
      `Not in force when the period begins: version ${names.join(', ')}; --target-version shows it.`,
    sums: (wrong: number, areAllowed: boolean) =>
      wrong === 0
        ? 'All sums hold.'
        : `${counted(wrong, 'sum does', 'sums do')} not hold${areAllowed ? ', within what is allowed' : ''}; marked with a difference.`,
    hidden: (count: number) => `${counted(count, 'period row')} without a difference not shown; --json has all`,
  },
  revision: {
    title: (version: string) => `Targets, all versions up to ${version}`,
    columns: {
      version: 'Version',
      effectiveFrom: 'Effective from',
      period: 'Period',
      periodStart: 'Period start',
      periodEnd: 'Period end',
      parent: 'Parent',
      kpi: 'KPI',
      kind: 'Target kind',
      target: 'Target',
      weight: 'Weight',
      currency: 'Currency',
      by: 'Approved by',
      reason: 'Reason',
      when: 'When',
      who: 'Who',
      node: 'Node',
      before: 'Before',
      after: 'After',
      change: 'Change',
      why: 'Why',
    },
    head: (p: { version: string; from: string; method: string }) =>
      `Version ${p.version}, effective from ${p.from}: ${p.method}`,
    methods: {
      spread: 'what is missing so far is spread over the periods left',
      'run-rate': 'the periods left go on at the pace so far',
      keep: 'targets kept',
      values: 'values from a file',
    },
    left: (p: { kpi: string; before: string; after: string }) =>
      `  ${p.kpi} left to reach: ${p.before} before, ${p.after} now`,
    none: 'No target changes.',
  },
  template: {
    sheets: { guide: 'How to fill in', wide: 'Targets by month', long: 'Target list', lists: 'Lists' },
    title: 'Targets to fill in',
    /** As a formula: `&` joins, cells are B2 (year) and B3 (KPI). */
    wideTitle: { formula: '$B$2&" "&$B$3&" targets"', of: (year: string, kpi: string) => `${year} ${kpi} targets` },
    unitLine: { formula: 'IF($B$4="","","Unit: "&$B$4)', of: (unit: string) => (unit === '' ? '' : `Unit: ${unit}`) },
    longTitle: 'Targets, one a row',
    year: 'Year',
    kpi: 'KPI',
    unit: 'Unit',
    units: ['USD', 'EUR', 'GBP', 'CNY', 'k', 'm'],
    firstUnit: '',
    month: {
      formula: (month: number) => `"${months[month - 1] ?? ''} "&$B$2`,
      of: (year: string, month: number) => `${months[month - 1] ?? ''} ${year}`,
    },
    quarter: {
      formula: (quarter: number) => `"Q${quarter} "&$B$2`,
      of: (year: string, quarter: number) => `Q${quarter} ${year}`,
    },
    wholeYear: { formula: '$B$2&" total"', of: (year: string) => `${year} total` },
    longColumns: {
      period: 'Period',
      level: 'Level',
      name: 'Name',
      parent: 'Parent',
      kpi: 'KPI',
      target: 'Target',
      floor: 'Floor',
      stretch: 'Stretch',
      weight: 'Weight',
      unit: 'Unit',
      version: 'Version',
      effectiveFrom: 'Effective from',
      owner: 'Target owner',
    },
    levels: ['Company', 'Region', 'Team', 'Rep'],
    lists: { kpi: 'KPI', meaning: 'Meaning', level: 'Level', unit: 'Unit' },
    refuses: {
      number: 'A number of 0 or more',
      list: 'One of the list',
      year: 'A year: 2027',
      day: 'A day: 2027-07-01',
    },
    guide: [
      'Fill in one of the two sheets of targets: by month across, or one target a row. Pale yellow cells are yours; the others are computed.',
      'By month: set year, KPI and unit at the top, then one row per person with region and team. Quarters, the year and the total add up by themselves. Insert rows above the total for more people.',
      'One a row: a period (2027-03, 2027-Q1, 2027), a level, a name, and the target. Several KPIs may stand in one list. Weights of a person add up to 100%.',
      'Floor is the least that is accepted, stretch what would be outstanding: floor <= target <= stretch.',
      'A change during the year is a new version with the day from which it counts: salesmetrics targets revise does it.',
      'Then: salesmetrics validate FILE, and salesmetrics evaluate ORDERS --targets FILE.',
    ],
  },
  wrote: (path: string) => `Wrote ${path}`,
  wouldWrite: (path: string) => `Would write ${path}`,
  more: (count: number) => `... and ${counted(count, 'more', 'more')}; all are in the workbook`,
  next: (path: string) => `Next: salesmetrics validate ${path}`,
};
