/** Figures counted per data set, as text. */
import type { Figure } from './book.ts';

export interface SetFigures {
  readonly name: string;
  readonly figures: readonly Figure[];
}

export function figuresTable(sets: readonly SetFigures[]): string {
  const rows = sets.map(({ name, figures }) => [
    name,
    ...(['agreed', 'wrong', 'not-computed'] as const).map((wanted) =>
      String(figures.filter(({ verdict }) => verdict === wanted).length),
    ),
  ]);
  const sums = [1, 2, 3].map((at) => String(rows.reduce((total, row) => total + Number(row[at]), 0)));
  const lines = [['data set', 'agreed', 'wrong', 'not computed'], ...rows, ['all', ...sums]];
  return `${lines.map(([name = '', ...counts]) => name.padEnd(24) + counts.map((count) => count.padStart(14)).join('')).join('\n')}\n`;
}

/** The wrong ones one by one, the others by reason. */
export function detailsOf({ name, figures }: SetFigures): string {
  const wrong = figures
    .filter(({ verdict }) => verdict === 'wrong')
    .map((figure) => `  wrong  ${figure.name}: expected ${figure.expected}, got ${figure.got ?? 'nothing'}`);
  const reasons = new Map<string, Figure[]>();
  for (const figure of figures.filter(({ verdict }) => verdict === 'not-computed')) {
    const why = figure.why ?? 'no reason given';
    reasons.set(why, [...(reasons.get(why) ?? []), figure]);
  }
  const missing = [...reasons].map(
    ([why, list]) => `  not computed  ${list.length} × ${why}, e.g. ${list[0]?.name ?? ''}`,
  );
  return wrong.length + missing.length === 0 ? '' : `${[name, ...wrong.slice(0, 20), ...missing].join('\n')}\n`;
}
