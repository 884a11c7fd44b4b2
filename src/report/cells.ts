/** Short makers of cells. */
import { type Decimal, decimal } from '../lib/decimal.ts';
import type { Day } from '../model/day.ts';
import type { Cell, Link, NumberKind, Role, Value } from '../model/document.ts';
import type { Status } from '../model/kpi.ts';

type Extras = Partial<Omit<Cell, 'value'>>;

function cell(value: Value, extras: Extras): Cell {
  return { value, role: 'body', formula: null, link: null, wraps: false, align: null, edge: null, ...extras };
}

export function text(words: string, role: Role = 'body', extras: Extras = {}): Cell {
  return cell({ kind: 'text', text: words }, { role, ...extras });
}

export function number(of: NumberKind, value: Decimal, digits: number, extras: Extras = {}): Cell {
  return cell({ kind: 'number', of, value, digits, isSigned: false }, extras);
}

/** A difference, shown with its sign. */
export function signed(of: NumberKind, value: Decimal, digits: number, extras: Extras = {}): Cell {
  return cell({ kind: 'number', of, value, digits, isSigned: true }, extras);
}

export function count(value: number | Decimal, extras: Extras = {}): Cell {
  return number('count', typeof value === 'number' ? decimal(value) : value, 0, extras);
}

export function bar(value: Decimal, formula: string | null, most: number, from: 'left' | 'right' = 'left'): Cell {
  return cell({ kind: 'bar', value, most, from }, { formula });
}

export function status(value: Status, words: string, extras: Extras = {}): Cell {
  return cell({ kind: 'status', status: value, text: words }, { align: 'centre', ...extras });
}

/** No value, and why: never 0, never empty without a reason. */
export function blank(because: string, extras: Extras = {}): Cell {
  return cell({ kind: 'blank', because }, extras);
}

/** A number to fill in, or the sum of such. */
export function unfilled(of: NumberKind, role: Role, formula: string | null = null): Cell {
  return cell({ kind: 'unfilled', of }, { role, formula });
}

export function day(value: Day): Cell {
  return cell({ kind: 'day', day: value }, {});
}

export function linked(of: Cell, link: Link | null): Cell {
  return { ...of, link };
}

export function withRole(of: Cell, role: Role): Cell {
  return { ...of, role };
}
