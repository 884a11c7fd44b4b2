/** The words in a column of levels: known ones, and those that are one of them misspelled. */
import { misspellings } from '../../lib/closest.ts';
import { foldText } from '../../lib/fold-text.ts';
import { dimensionNamed, isWholeWord } from './dimension-words.ts';
import type { TargetTable } from './target-table.ts';

export class LevelWords {
  /** As spelled → how many rows have it. */
  readonly #counts = new Map<string, number>();

  constructor(table: TargetTable) {
    for (const row of table.rows()) {
      const text = table.fieldText('level', row);
      if (text !== '') this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
    }
  }

  /** Words of ours, and those of the file's own that are no slip for another. */
  isKnown(text: string): boolean {
    return dimensionNamed(text) !== undefined || isWholeWord(text) || this.near(text).length === 0;
  }

  /** Words that `text` is a slip of the hand for: those that far more rows have, or that nearly all such files have. */
  near(text: string): string[] {
    const own = this.#counts.get(text) ?? 0;
    const others = [...this.#counts].flatMap(([word, count]) => (count >= 3 * own ? [word] : []));
    const near = misspellings(
      text,
      others.filter((word) => foldText(word) !== foldText(text)),
    );
    if (near.length > 0 || !/^[a-z]{4,}$/iu.test(text)) return near;
    // More than one of a level is no slip.
    return misspellings(text, usual).filter(
      (word) => foldText(`${word}s`).toLowerCase() !== foldText(text).toLowerCase(),
    );
  }
}

const usual = ['Company', 'Region', 'Team', 'Rep', 'Person', 'Department'];
