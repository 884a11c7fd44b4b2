/** Errors of a config as people see them: each with the lines around it and a mark under what is meant (ux.md 5). */
import stringWidth from 'string-width';
import { describeFault, wordsOf } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import { visible } from '../../lib/visible.ts';
import type { ConfigError, ConfigFault } from '../../problems/config-error.ts';

const mostShown = 20;
/** Characters of a long line around the place. */
const around = 60;
const indent = '    ';

export function configErrorText({ faults }: ConfigError, lang: Lang): string {
  const { terminal } = wordsOf(lang);
  const shown = faults.slice(0, mostShown).map((fault) => faultLines(fault, lang, terminal.errorWord).join('\n'));
  const more = faults.length - shown.length;
  return `${[...shown, ...(more > 0 ? [terminal.moreFaults(more)] : [])].join('\n\n')}\n`;
}

function faultLines(fault: ConfigFault, lang: Lang, errorWord: string): string[] {
  const { message, note } = describeFault(fault, lang);
  const width = String(fault.line).length;
  const margin = `${indent}${' '.repeat(width)} | `;
  const text = fault.lines.at(-1)?.text ?? '';
  const from = text.length <= 2 * around ? 0 : Math.max(0, fault.column - 1 - around);
  const shownLines = fault.lines.map(({ number, text }) =>
    `${indent}${String(number).padStart(width)} | ${cut(text, from)}`.trimEnd(),
  );
  const before = cut(text.slice(0, fault.column - 1), from);
  const meant = cut(text.slice(fault.column - 1, fault.column - 1 + fault.length), 0);
  const caret = '^'.repeat(Math.max(1, Math.min(around, stringWidth(meant))));
  return [
    `${errorWord}[${fault.code}] ${message}`,
    `  --> ${visible(fault.file, 200)}:${fault.line}:${fault.column}`,
    ...shownLines,
    `${margin}${' '.repeat(stringWidth(before))}${caret} ${note}`.trimEnd(),
  ];
}

/** What of a line is shown from the character `from` on. */
function cut(text: string, from: number): string {
  const part = text.slice(from, from + 2 * around);
  return `${from > 0 ? '…' : ''}${visible(part.replaceAll('\t', ' '), 4 * around)}`;
}
