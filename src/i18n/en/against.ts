/** English words of `--against`, for the terminal and the sheet of changes. */
import type { ChangeKind, PerKind, Unsplit } from '../../model/against.ts';
import { counted, grouped } from '../numbers.ts';

const kinds: PerKind<string> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  reassigned: 'reassigned',
};

const runs = (what: string) =>
  ({ config: 'config', currency: 'currency', tool: 'version of salesmetrics', fields: 'columns' })[what] ?? what;

export const against = {
  title: (file: string, period: string) => `What changed in ${period} since ${file}`,
  none: (file: string, period: string) => `Nothing in ${period} has changed since ${file}.`,
  /** `2 added, 1 removed`. */
  counts: (counts: PerKind<number>) =>
    (['added', 'removed', 'changed', 'reassigned'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => `${grouped(String(counts[kind]))} ${kinds[kind]}`)
      .join(', '),
  elsewhere: (counts: string) => `Rows of other periods: ${counts}. Only KPIs that look back can depend on them.`,
  runs: (list: readonly string[]) => `The runs also differ in: ${list.join('; ')}.`,
  run: (what: string, was: string, now: string) =>
    what === 'period'
      ? `period (${was} in the document; both are evaluated for ${now} here)`
      : `${runs(what)} (${was === '' ? 'none' : was} then, ${now === '' ? 'none' : now} now)`,
  kinds,
  heads: { added: 'Added', removed: 'Removed', changed: 'Changed', reassigned: 'Reassigned' } satisfies PerKind<string>,
  kindList: (list: readonly ChangeKind[]) => list.map((kind) => kinds[kind]).join(' and '),
  step: (kind: ChangeKind, count: number) => `${counted(count, 'row')} ${kinds[kind]}`,
  was: 'Earlier',
  now: 'Now',
  difference: 'Difference',
  whole: {
    'not-a-sum': 'Not split, because rows do not add up to it',
    'not-reproduced':
      'Not split, because the earlier rows do not give the earlier figure (other options or another version)',
    'no-value': 'Not split, because one of the runs has no value',
  } satisfies Readonly<Record<Unsplit, string>>,
  noValue: 'none',
  people: (kpi: string) => `${kpi} by person`,
  person: 'Person',
  nobody: '(unassigned)',
  rows: (shown: number, all: number, kpi: string | null) =>
    shown < all ? `Rows, the ${shown} that move ${kpi ?? 'most'} most of ${grouped(String(all))}` : 'Rows',
  more: (isInWorkbook: boolean) => `All rows are in ${isInWorkbook ? 'the workbook and in ' : ''}--json.`,
  place: (now: string, was: string) => (was === '' ? now : now === '' ? `was ${was}` : `${now}, was ${was}`),
  change: (field: string, was: string, now: string) =>
    `${field} ${was === '' ? '(blank)' : was}, now ${now === '' ? '(blank)' : now}`,
  leftOut: (isNow: boolean): string => (isNow ? 'left out now' : 'was left out'),
  same: 'the row says the same, but counts otherwise',
  and: '; ',
  columns: {
    what: 'What happened',
    dataset: 'Read as',
    id: 'ID',
    day: 'Date',
    person: 'Person',
    now: 'Row now',
    was: 'Row then',
    fields: 'Fields that differ',
    effect: (kpi: string) => `Effect on ${kpi}`,
  },
  perKpi: 'Difference by KPI',
  others: (rows: number) => `${counted(rows, 'further row')}`,
  notSplit: 'Why not split',
  reasons: {
    'not-a-sum': 'Rows do not add up to it',
    'not-reproduced': 'The earlier rows do not give the earlier figure',
    'no-value': 'One of the runs has no value',
  } satisfies Readonly<Record<Unsplit, string>>,
  check: (kpi: string) => `${kpi}, changes since the earlier run add up`,
  checkRows: (kpi: string) => `${kpi}, sum of the changed rows`,
  rowsTitle: 'Rows',
  together: 'Together',
  sum: 'Sum of the rows',
};
