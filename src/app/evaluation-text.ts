/** The evaluation in the formats that are text: for standard output or a file. */
import type { Evaluation } from '../model/evaluation.ts';
import type { FormulaMode } from '../model/flat-table.ts';

export const textFormats = ['json', 'csv', 'md'] as const;
export type TextFormat = (typeof textFormats)[number];

/** How CSV is spelled; other formats have no choices. */
export interface TextOptions {
  readonly format: TextFormat;
  readonly formulas?: FormulaMode;
  /** Begins with a mark of byte order, by which Excel knows UTF-8. */
  readonly hasMark?: boolean;
}

export interface EvaluationText {
  readonly text: string;
  /** Texts that were neutralised because a spreadsheet would take them for formulas. */
  readonly escaped: number;
}

export async function evaluationText(evaluation: Evaluation, options: TextOptions): Promise<EvaluationText> {
  switch (options.format) {
    case 'json': {
      const { evaluationJson } = await import('./documents.ts');
      return { text: evaluationJson(evaluation), escaped: 0 };
    }
    case 'csv': {
      const [{ tidyTable }, { tableCsv }] = await Promise.all([import('../report/tidy.ts'), import('../write/csv.ts')]);
      return tableCsv(tidyTable(evaluation), options.formulas ?? 'escape', options.hasMark);
    }
    case 'md': {
      const [{ briefOf }, { markdownText }] = await Promise.all([
        import('../report/brief.ts'),
        import('../write/markdown.ts'),
      ]);
      return { text: markdownText(briefOf(evaluation)), escaped: 0 };
    }
  }
}
