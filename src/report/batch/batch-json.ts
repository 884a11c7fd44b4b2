/** `salesmetrics.batch/1`: what became of each file, for programs, for `--retry` and for the next run. */
import { describeFailure } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import type { JsonValue } from '../../lib/json-value.ts';
import { type Batch, type BatchFailure, countBatch, type JobRecord } from '../../model/batch.ts';
import { cellName } from '../../model/place.ts';

/**
 * Everything but `durations`, which stands last, is the same for the same files whatever the threads and the hour.
 */
export function batchDocument(batch: Batch): JsonValue {
  const { tool, config, records, lang } = batch;
  const { draft, rows, ...counts } = countBatch(records);
  return {
    schema: 'salesmetrics.batch/1',
    tool: { name: tool.name, version: tool.version },
    ok: counts.fail + counts.pending + draft === 0,
    finished: batch.finished,
    lang,
    config: config && { path: config.path, sha256: config.sha256 },
    outDir: batch.outDir,
    flags: batch.flags,
    counts: { ...counts, draft, rows },
    jobs: records.map((record) => jobValue(record, lang)),
    durations: {
      total: batch.totalMs,
      jobs: new Map(records.map(({ job, ms }) => [job.name, ms])),
    },
  };
}

function jobValue({ job, outcome, key, inputs, output, figures, problems, failure }: JobRecord, lang: Lang): JsonValue {
  return {
    name: job.name,
    outcome,
    files: job.files,
    report: job.report,
    flags: job.flags,
    key,
    inputs: inputs.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
    output: output && { path: output.path, sha256: output.sha256, bytes: output.bytes },
    figures: figures && { ...figures },
    problems: { error: problems.error, warning: problems.warning, info: problems.info, byCode: problems.byCode },
    failure: failure && failureValue(failure, lang),
  };
}

function failureValue(failure: BatchFailure, lang: Lang): JsonValue {
  const { code, params, problem } = failure;
  const place = problem?.place ?? null;
  return {
    code,
    ...describeFailure(failure, lang),
    params,
    file: place?.file ?? null,
    sheet: place?.sheet ?? null,
    row: place?.row ?? null,
    column: place?.column ?? null,
    cell: place && cellName(place),
    heading: problem?.heading ?? null,
    value: problem?.value ?? null,
  };
}
