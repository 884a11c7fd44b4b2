/** Words of `batch`: its lines, its end, and the overview workbook. */
import { counted, grouped } from '../numbers.ts';

export const batch = {
  found: (files: number, threads: number, config: string) =>
    `Found ${counted(files, 'file')}, ${grouped(String(threads))} at a time, ${config === '' ? 'no config' : `config ${config}`}`,
  retrying: (again: number, all: number) => `Again ${grouped(String(again))} of ${counted(all, 'file')}`,
  ownFiles: (count: number) => `${counted(count, 'file')} of salesmetrics left aside`,
  labels: { ok: 'ok', draft: 'DRAFT', same: 'same', fail: 'FAIL', pending: 'open' },
  rows: (rows: number) => counted(rows, 'row'),
  of: (actual: string, target: string) => `${actual} of ${target}`,
  seconds: (seconds: string) => `${seconds} s`,
  kept: (report: string) => `unchanged since the last run, kept ${report}`,
  progress: (done: number, all: number, percent: string, left: string) =>
    `${grouped(String(done))} of ${grouped(String(all))}, ${percent}${left}`,
  left: (seconds: string) => `, about ${seconds} s left`,
  reading: (name: string, percent: string) => `reading ${name} ${percent}`,
  writing: (name: string) => `writing ${name}`,
  between: ', ',
  end: (counts: BatchEnd) =>
    `${[
      counted(counts.ok, 'report'),
      counts.same === 0 ? '' : `${grouped(String(counts.same))} unchanged`,
      counts.draft === 0 ? '' : counted(counts.draft, 'draft'),
      counts.fail === 0 ? '' : `${grouped(String(counts.fail))} failed`,
      counts.pending === 0 ? '' : `${grouped(String(counts.pending))} not done`,
    ]
      .filter((part) => part !== '')
      .join(', ')}; ${counted(counts.rows, 'row')}${counts.seconds === null ? '' : ` in ${counts.seconds} s`}`,
  draftOf: (errors: number) => `draft: ${counted(errors, 'error')} in the data`,
  seeErrors: (file: string) => `salesmetrics validate ${file}`,
  wrote: (index: string, record: string) => `Wrote ${index} (all files side by side) and ${record}`,
  retryOne: (record: string) => `Run only the failed one again: salesmetrics batch --retry ${record}`,
  retrySome: (record: string) => `Run only the failed ones again: salesmetrics batch --retry ${record}`,
  wouldWrite: (file: string, report: string) => `${file}  ->  ${report}`,
  dryRun: (count: number) => `${counted(count, 'report')} would be written, with index.xlsx and batch.json`,
  sheets: { files: 'Files', problems: 'Problems' },
  title: (reports: number, all: number) =>
    reports === all
      ? `All ${counted(all, 'file')} have a report`
      : `${grouped(String(reports))} of ${counted(all, 'file')} have a report`,
  titleDrafts: (drafts: number) => `, ${counted(drafts, 'draft')} among them`,
  subject: 'Sales evaluations side by side',
  keywords: 'sales, evaluation, batch',
  columns: {
    file: 'File',
    report: 'Report',
    outcome: 'Outcome',
    rows: 'Rows',
    period: 'Period',
    kpi: 'KPI',
    actual: 'Actual',
    currency: 'Currency',
    target: 'Target',
    attained: 'Attained',
    status: 'Status',
    draft: 'Draft',
    errors: 'Errors',
    warnings: 'Warnings',
    why: 'What is wrong',
    fix: 'Fix',
    code: 'Code',
    kind: 'Kind',
    count: 'Problems',
  },
  outcomes: { ok: 'report', same: 'report', fail: 'failed', pending: 'not done' },
  yes: 'draft',
  no: 'final',
  total: 'Total',
};

export interface BatchEnd {
  readonly ok: number;
  readonly same: number;
  readonly fail: number;
  readonly pending: number;
  readonly draft: number;
  readonly rows: number;
  readonly seconds: string | null;
}
