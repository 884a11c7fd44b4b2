/** One line per event, for cron and CI: English keys in any language, safe to grep (ux.md 3.15). */
import { describeFailure } from '../../i18n/index.ts';
import { round, toText } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import { type Batch, countBatch, type JobRecord } from '../../model/batch.ts';
import { cellName } from '../../model/place.ts';
import type { Session } from '../session.ts';
import { labelOf } from './batch-lines.ts';

export function startLine(files: number, config: string, { world }: Session): string {
  return `${world.stamp()} start  ${files} files config=${config === '' ? 'none' : word(config)}\n`;
}

export function eventLine(record: JobRecord, session: Session): string {
  const label = labelOf(record);
  const parts = [word(record.job.name), ...pairsOf(record, session)];
  return `${session.world.stamp()} ${label.padEnd(6)} ${parts.join(' ')}\n`;
}

export function doneLine({ records }: Batch, ms: number, code: number, { world }: Session): string {
  const { ok, same, fail, pending, draft } = countBatch(records);
  const rest = [...(draft > 0 ? [`draft=${draft}`] : []), ...(pending > 0 ? [`pending=${pending}`] : [])];
  const counts = [`ok=${ok}`, `same=${same}`, `fail=${fail}`, ...rest];
  return `${world.stamp()} done   ${counts.join(' ')} ms=${Math.round(ms)} exit=${code}\n`;
}

function pairsOf(record: JobRecord, session: Session): readonly string[] {
  const { outcome, figures, problems, failure, ms } = record;
  if (outcome === 'fail') return [...failurePairs(record, session), ...timeOf(ms)];
  const attainment = figures?.attainment ?? null;
  return [
    `rows=${figures?.rows ?? 0}`,
    ...(attainment === null ? [] : [`attainment=${toText(round(attainment, 3))}`]),
    ...(failure === null ? [] : [`errors=${problems.error}`, ...failurePairs(record, session)]),
    ...(outcome === 'same' ? [] : timeOf(ms)),
  ];
}

function timeOf(ms: number | null): readonly string[] {
  return ms === null ? [] : [`ms=${ms}`];
}

/** Code, place and what is wrong, so that a log alone tells which cell of which file. */
function failurePairs({ failure, job }: JobRecord, session: Session): readonly string[] {
  if (failure === null) return [];
  const { problem } = failure;
  const { message } = describeFailure(failure, session.lang);
  const place = problem?.place ?? null;
  const cell = place && cellName(place);
  return [
    failure.code,
    ...(place !== null && !job.files.every((file) => file === place.file && file === job.name)
      ? [`file=${word(place.file)}`]
      : job.files.filter((file) => file !== job.name).map((file) => `file=${word(file)}`)),
    ...(cell === null || cell === undefined ? [] : [`cell=${place?.sheet ? word(`${place.sheet}!${cell}`) : cell}`]),
    ...(problem?.heading ? [`heading=${word(problem.heading)}`] : []),
    JSON.stringify(visible(message)),
  ];
}

/** Quoted where blanks or quotes would split it. */
function word(text: string): string {
  const shown = visible(text);
  return /^[^\s"=]+$/.test(shown) ? shown : JSON.stringify(shown);
}
