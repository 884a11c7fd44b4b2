/** The end of a batch: how many of each kind, and what is to be done about those that failed (ux.md 3.13, 3.14). */
import stringWidth from 'string-width';
import { describeFailure, wordsOf } from '../../i18n/index.ts';
import { visible } from '../../lib/visible.ts';
import { type Batch, countBatch, hasReport, type JobRecord } from '../../model/batch.ts';
import type { Session } from '../session.ts';
import { cutTo, padRight, wrapText } from './wrap.ts';

const mostShown = 20;

export function batchEnd({ records, totalMs }: Batch, session: Session): readonly string[] {
  const { world, lang, words } = session;
  const { batch: own } = wordsOf(lang);
  // Piped output is the same in every run, so times show to people only.
  const seconds = world.isOutTty && totalMs !== null ? (totalMs / 1000).toFixed(1) : null;
  const wrong = records.filter(
    ({ outcome, figures }) => outcome === 'fail' || (figures?.draft === true && outcome !== 'pending'),
  );
  const names = Math.min(28, Math.max(0, ...wrong.map(({ job }) => stringWidth(visible(job.name)))));
  return [
    own.end({ ...countBatch(records), seconds }),
    ...wrong.slice(0, mostShown).flatMap((record) => wrongLines(record, names, session)),
    ...(wrong.length > mostShown ? [`  ${words.more(wrong.length - mostShown)}`] : []),
  ];
}

function wrongLines(record: JobRecord, names: number, session: Session): readonly string[] {
  const { width } = session;
  const name = padRight(cutTo(visible(record.job.name), names), names);
  const room = Math.max(20, width - names - 4);
  const texts = hasReport(record) ? draftTexts(record, session) : failTexts(record, session);
  const lines = texts.filter((text) => text !== '').flatMap((text) => wrapText(text, room));
  return lines.map((line, i) => `  ${i === 0 ? name : ' '.repeat(names)}  ${line}`);
}

function draftTexts(record: JobRecord, session: Session): readonly string[] {
  const { batch: own } = wordsOf(session.lang);
  const { problems, job, failure } = record;
  const [first = ''] = failTexts(record, session);
  const inData = typeof failure?.problem?.place.row === 'number';
  const files = job.files.map((file) => visible(file)).join(' ');
  return [own.draftOf(problems.error), first, inData ? own.seeErrors(files) : ''];
}

function failTexts({ failure }: JobRecord, { lang }: Session): readonly string[] {
  if (failure === null) return [];
  const { message, hint } = describeFailure(failure, lang);
  return [`${failure.code} ${message}`, hint];
}
