/** The cells around a problem's cell: letters, headings, the row, and a mark under the cell (ux.md 3.5). */
import stringWidth from 'string-width';
import { grouped } from '../../i18n/numbers.ts';
import { visible } from '../../lib/visible.ts';
import type { Excerpt, ExcerptColumn } from '../../model/excerpt.ts';
import { columnLetters } from '../../model/place.ts';
import { cutTo, padRight } from './wrap.ts';

const gap = '    ';
const widestCell = 24;

interface Block {
  readonly letter: string;
  readonly heading: string;
  readonly text: string;
  readonly width: number;
  readonly isMarked: boolean;
}

export function excerptLines(excerpt: Excerpt, width: number): string[] {
  const lead = gap + String(excerpt.row) + ' '.repeat(3);
  const room = width - lead.length;
  const blocks = chosen(excerpt, width).map((index) => blockOf(excerpt.columns[index], index === excerpt.at, room));
  const indent = ' '.repeat(lead.length);
  const line = (start: string, pick: (block: Block) => string) =>
    (start + blocks.map((block) => padRight(pick(block), block.width)).join(gap)).trimEnd();
  return [
    line(indent, ({ letter }) => letter),
    line(indent, ({ heading }) => heading),
    line(lead, ({ text }) => text),
    line(indent, ({ text, isMarked }) => (isMarked ? '^'.repeat(Math.max(1, stringWidth(text))) : '')),
  ].filter((text, index) => index === 3 || text.trim() !== '');
}

function blockOf(column: ExcerptColumn | undefined, isMarked: boolean, room: number): Block {
  const most = Math.max(4, Math.min(widestCell, room));
  const letter = columnLetters(column?.column ?? 1);
  const heading = cutTo(visible(column?.heading ?? ''), most);
  const plain = column?.text ?? '';
  const text = cutTo(visible(column?.isMoney === true ? grouped(plain) : plain), most);
  return {
    letter,
    heading,
    text,
    width: Math.max(...[letter, heading, text].map((shown) => stringWidth(shown))),
    isMarked,
  };
}

/** The cell itself, then two to its right for each to its left, as many as the line holds. */
function chosen({ columns, at, row }: Excerpt, width: number): number[] {
  const most = Math.max(3, Math.floor((width - 40) / 8));
  const right = columns.slice(at + 1).map((_, i) => at + 1 + i);
  const left = columns.slice(0, at).map((_, i) => at - 1 - i);
  const kept = [at];
  const widthOf = (index: number) => blockOf(columns[index], false, width).width + gap.length;
  let room = width - String(row).length - 7 - widthOf(at) + gap.length;
  for (let turn = 0; kept.length < most && (right.length > 0 || left.length > 0); turn++) {
    const index = (turn % 3 === 2 ? left.shift() : right.shift()) ?? left.shift() ?? right.shift();
    if (index === undefined) break;
    room -= widthOf(index);
    if (room < 0) break;
    kept.push(index);
  }
  return kept.sort((a, b) => a - b);
}
