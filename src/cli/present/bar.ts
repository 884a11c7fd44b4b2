/** The attainment bar: filled up to the mark at 100 %, beyond it what is above. */
import { type Decimal, toNumber } from '../../lib/decimal.ts';

export interface BarLook {
  /** Cells from 0 to 100 %. */
  readonly cells: number;
  /** Cells past the mark, at most. */
  readonly over: number;
  readonly isAscii: boolean;
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** `███████████ │`, `============|==`. A bar below 100 % never touches the mark. */
export function barOf(attainment: Decimal, look: BarLook): string {
  const ratio = Math.max(0, toNumber(attainment));
  return look.isAscii ? asciiBar(ratio, look) : blockBar(ratio, look);
}

/** `0%        100%`, with the mark of 100 % under its middle. */
export function barHeading({ cells }: BarLook): string {
  return `0%${' '.repeat(cells - 4)}100%`;
}

function asciiBar(ratio: number, { cells, over }: BarLook): string {
  const filled = ratio >= 1 ? cells : Math.min(cells - 1, Math.round(ratio * cells));
  const above = ratio > 1 ? Math.min(over, Math.round((ratio - 1) * cells)) : 0;
  return `${'='.repeat(filled).padEnd(cells)}|${'='.repeat(above)}`;
}

function blockBar(ratio: number, { cells, over }: BarLook): string {
  const filled = ratio >= 1 ? '█'.repeat(cells) : blocks(ratio * cells);
  const above = ratio > 1 ? blocks(Math.min(over, (ratio - 1) * cells)) : '';
  return `${filled.padEnd(cells)}│${above}`;
}

function blocks(length: number): string {
  const whole = Math.floor(length);
  return '█'.repeat(whole) + (eighths[Math.floor((length - whole) * 8)] ?? '');
}
