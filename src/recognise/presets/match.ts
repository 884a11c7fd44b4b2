/** Whose export a table is, by its headings alone: not by their order, not by the file's name, not by any cell. */
import { foldHeading, foldText } from '../fold.ts';
import { presets } from './index.ts';
import type { HeadingWords, Preset, PresetTable } from './preset.ts';

/** What of a column is compared. */
export interface Headed {
  readonly heading: string;
  readonly keys: readonly string[];
}

export interface Claim {
  readonly preset: Preset;
  readonly table: PresetTable;
  /** The share of the table's headings that are there. */
  readonly score: number;
}

/** Users drop columns and add their own: this much of what is usual must be left. */
export const leastShare = 0.6;
/** How far the next program must be behind, so that no table is given to one of two that both fit. */
export const leastMargin = 0.2;

/** The program whose export this is, or null where none fits well or two fit alike. */
export function claimOf(columns: readonly Headed[]): Claim | null {
  const [best, ...others] = claimsOn(columns);
  if (!best || best.score < leastShare) return null;
  const rival = others.find(({ preset }) => preset !== best.preset);
  return rival && best.score - rival.score < leastMargin ? null : best;
}

/** All tables whose indispensable headings are there, the best first. */
export function claimsOn(columns: readonly Headed[]): Claim[] {
  const headings = headingsOf(columns);
  return allSigns()
    .flatMap(({ preset, table, must, signs, without }) => {
      if (without?.isIn(headings) === true || !must.every((sign) => sign.isIn(headings))) return [];
      const found = must.length + signs.filter((sign) => sign.isIn(headings)).length;
      return [{ preset, table, score: found / (must.length + signs.length) }];
    })
    .toSorted((a, b) => b.score - a.score);
}

interface Headings {
  readonly keys: ReadonlySet<string>;
  readonly texts: readonly string[];
}

function headingsOf(columns: readonly Headed[]): Headings {
  return {
    keys: new Set(columns.flatMap(({ keys }) => keys)),
    texts: columns.map(({ heading }) => foldText(heading)),
  };
}

/** One of several words, made ready for comparing. */
export class Sign {
  /** Keys in the order in which they are preferred. */
  readonly #keys: readonly string[];
  readonly #patterns: readonly RegExp[];

  constructor(words: HeadingWords) {
    const all = wordsOf(words);
    this.#keys = all.filter((word) => !word.startsWith('^')).map((word) => foldHeading(word).key);
    this.#patterns = all.filter((word) => word.startsWith('^')).map((word) => new RegExp(word, 'u'));
  }

  isIn({ keys, texts }: Headings): boolean {
    return (
      this.#keys.some((key) => keys.has(key)) ||
      this.#patterns.some((pattern) => texts.some((text) => pattern.test(text)))
    );
  }

  /** The columns that the most preferred word heads which heads any. */
  columnsIn<Column extends Headed>(columns: readonly Column[]): Column[] {
    for (const key of this.#keys) {
      const found = columns.filter(({ keys }) => keys.includes(key));
      if (found.length > 0) return found;
    }
    return columns.filter(({ heading }) => this.#patterns.some((pattern) => pattern.test(foldText(heading))));
  }

  /** Whether any word heads the column. */
  heads({ heading, keys }: Headed): boolean {
    return this.isIn({ keys: new Set(keys), texts: [foldText(heading)] });
  }
}

/** `a|b`, bars inside brackets of a pattern left alone. */
function wordsOf(words: HeadingWords): string[] {
  return words.split(/\|(?![^()]*\))/u);
}

interface TableSigns {
  readonly preset: Preset;
  readonly table: PresetTable;
  readonly must: readonly Sign[];
  readonly signs: readonly Sign[];
  readonly without: Sign | undefined;
}

let every: readonly TableSigns[] | undefined;

function allSigns(): readonly TableSigns[] {
  every ??= presets.flatMap((preset) =>
    preset.tables.map((table) => ({
      preset,
      table,
      must: table.must.map((words) => new Sign(words)),
      signs: table.signs.map((words) => new Sign(words)),
      without: table.without === undefined ? undefined : new Sign(table.without),
    })),
  );
  return every;
}
