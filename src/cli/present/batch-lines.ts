/** One line of a terminal for each file of a batch (ux.md 3.11, 3.12). */
import stringWidth from 'string-width';
import { describeFailure, wordsOf } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import { visible } from '../../lib/visible.ts';
import type { BatchFigures, BatchJob, JobRecord } from '../../model/batch.ts';
import type { Session } from '../session.ts';
import { attainmentText, moneyInSentence, moneyScale, plainText } from './figures.ts';
import { cutTo, padLeft, padRight } from './wrap.ts';

const wideTerminal = 100;
const mostName = 28;

export function nameWidth(jobs: readonly BatchJob[]): number {
  return Math.min(mostName, Math.max(...jobs.map(({ name }) => stringWidth(visible(name)))));
}

export function labelOf({ outcome, figures }: JobRecord): 'ok' | 'draft' | 'same' | 'fail' | 'pending' {
  return outcome === 'ok' && figures?.draft === true ? 'draft' : outcome;
}

/** The line of a file that is done, at most as wide as the terminal. */
export function recordLine(record: JobRecord, names: number, session: Session): string {
  const { lang, width, paintErr } = session;
  const { batch: own } = wordsOf(lang);
  const label = labelOf(record);
  const name = padRight(cutTo(visible(record.job.name), names), names);
  const lead = `  ${padRight(own.labels[label], 6)}${name}  `;
  const line = cutTo(lead + restOf(record, session), width);
  const painted = 2 + own.labels[label].length;
  if (label === 'fail' || label === 'draft') return paintErr.red(line.slice(0, painted)) + line.slice(painted);
  return label === 'same' ? paintErr.dim(line) : line;
}

function restOf(record: JobRecord, session: Session): string {
  const { outcome, job, figures, failure } = record;
  const { batch: own } = wordsOf(session.lang);
  const report = visible(job.report);
  if (outcome === 'same') return own.kept(report);
  if (failure !== null && outcome === 'fail')
    return `${failure.code} ${describeFailure(failure, session.lang).message}`;
  if (figures === null) return '';
  const parts = [
    padLeft(own.rows(figures.rows), 12),
    attainedText(figures, session),
    ...(session.width >= wideTerminal ? [padLeft(amountText(figures, session), 26), secondsText(record, session)] : []),
    report,
  ];
  return parts.join('  ');
}

function attainedText({ attainment, status }: BatchFigures, { lang }: Session): string {
  const word = status === null ? '' : wordsOf(lang).statuses[status];
  return `${padLeft(attainment === null ? '-' : attainmentText(attainment), 7)} ${padRight(word, 8)}`;
}

function amountText({ actual, target, unit }: BatchFigures, { lang }: Session): string {
  const { batch: own } = wordsOf(lang);
  if (actual === null || unit === null) return '-';
  const scale = moneyScale([actual, target], lang);
  const text = (value: typeof actual) =>
    unit === 'money' || unit === 'money-per-day' ? moneyInSentence(value, scale, null, lang) : plainText(value, unit);
  return target === null ? text(actual) : own.of(text(actual), text(target));
}

function secondsText({ ms }: JobRecord, { lang, world }: Session): string {
  const { batch: own } = wordsOf(lang);
  return padLeft(ms === null || !world.isErrTty ? '' : own.seconds((ms / 1000).toFixed(1)), 7);
}

export interface Step {
  readonly name: string;
  /** Percent of its files that are read; of a workbook its last part is not. */
  readonly share: number;
}

export interface Course {
  readonly done: number;
  readonly all: number;
  /** Milliseconds so far. */
  readonly ms: number;
  readonly running: readonly Step[];
}

/** The live lines below those that are done. */
export function courseLines({ done, all, ms, running }: Course, session: Session): readonly string[] {
  const { width, isAscii, lang } = session;
  const { batch: own } = wordsOf(lang);
  const ratio = all === 0 ? 1 : done / all;
  const left =
    done < 2 || done === all
      ? ''
      : own.left(grouped(String(Math.max(1, Math.round(((ms / done) * (all - done)) / 1000)))));
  const head = `  ${own.progress(done, all, `${Math.floor(ratio * 100)}%`, left)}`;
  const steps = running
    .map(({ name, share }) =>
      share >= 99 ? own.writing(visible(name, 30)) : own.reading(visible(name, 30), `${share}%`),
    )
    .join(own.between);
  const bar = isAscii ? '='.repeat(Math.floor(ratio * 24)) : '█'.repeat(Math.floor(ratio * 24));
  const lines =
    width >= wideTerminal
      ? [`${head}   ${steps}   ${bar}`]
      : [`${head}   ${bar}`, ...(steps === '' ? [] : [`  ${steps}`])];
  return lines.map((line) => cutTo(line, width - 1));
}
