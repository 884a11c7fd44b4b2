/** What a config says of the files that are written, where no flag says it. */
import type { Evaluation } from '../model/evaluation.ts';
import type { EvaluateFilesOptions } from './options.ts';

/** `report.html` and `report.safeCsv` as `--html` and `--csv-formulas`; without a report there is no page of it either. */
export function withReportSettings(options: EvaluateFilesOptions): EvaluateFilesOptions {
  const { settings, out, page, text } = options;
  if (!settings) return options;
  const { html, safeCsv } = settings.report;
  const wantsPage = html === true && page === undefined && out !== null;
  const wantsRaw = safeCsv === false && text?.format === 'csv' && text.formulas === undefined;
  return {
    ...options,
    ...(wantsPage ? { page: out === undefined ? true : out.replace(/\.[^.]*$/, '.html') } : {}),
    ...(wantsRaw ? { text: { ...text, formulas: 'raw' } } : {}),
  };
}

/** `report.perPerson` and `report.leaderboard`. */
export function looksOf(
  { people }: Pick<Evaluation, 'people'>,
  { settings }: EvaluateFilesOptions,
): Pick<Evaluation, 'people' | 'isRanked'> {
  const { perPerson, leaderboard } = settings?.report ?? {};
  return { people: perPerson === false ? null : people, isRanked: leaderboard !== false };
}
