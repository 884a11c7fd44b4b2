/** Mistakes that people make in target files, each in one cell. */
import type { CleanPlan, Role } from './clean-plans.ts';
import { at, type Grid, type GridCell } from './grid.ts';

export interface Mistake {
  /** Cells it can be made in. */
  readonly in: readonly Role[];
  /** The cell with the mistake; undefined where it cannot be made there. */
  readonly make: (cell: GridCell, grid: Grid, where: string) => GridCell | undefined;
}

const number =
  (change: (value: number) => GridCell): Mistake['make'] =>
  (cell) =>
    typeof cell === 'number' ? change(cell) : undefined;
const text =
  (change: (value: string) => string | undefined): Mistake['make'] =>
  (cell) =>
    typeof cell === 'string' ? change(cell) : undefined;

/** Two letters in the middle change places; of a short Chinese name one is another. */
export function misspelled(name: string): string | undefined {
  if (/^\p{Script=Han}+$/u.test(name)) return name.length < 2 ? undefined : `${name.slice(0, -1)}囧`;
  const [first = '', a = '', b = ''] = name;
  return a === b ? undefined : first + b + a + name.slice(3);
}

export const mistakes: Readonly<Record<string, Mistake>> = {
  'another number': { in: ['number', 'total'], make: number((value) => value + 300) },
  'a digit too many': { in: ['number', 'total'], make: number((value) => value * 10) },
  'a letter in a number': {
    in: ['number', 'total', 'loose'],
    make: number((value) => String(value).replace(/\d$/, 'O')),
  },
  'a minus': { in: ['number', 'total', 'loose'], make: number((value) => -value) },
  'a blank': { in: ['number', 'loose'], make: number(() => null) },
  'in another unit': { in: ['number', 'total', 'loose'], make: number((value) => value / 10_000) },
  'a misspelled node': { in: ['node'], make: text(misspelled) },
  'a misspelled name': { in: ['name'], make: text(misspelled) },
  'a misspelled team': { in: ['team'], make: text(misspelled) },
  'a misspelled parent': { in: ['parent'], make: text(misspelled) },
  'a misspelled level': { in: ['level'], make: text(misspelled) },
  'a misspelled KPI': { in: ['kpi'], make: text(misspelled) },
  'another year': { in: ['period'], make: text((id) => id.replace('2024', '2042')) },
  'the year before': { in: ['period'], make: text((id) => id.replace('2024', '2023')) },
  'no such month': { in: ['period'], make: text((id) => id.replace(/-\d\d/, '-13')) },
  'a second top': { in: ['level'], make: text((level) => (level === 'Team' ? 'Company' : undefined)) },
  'a misspelled subtotal': { in: ['subtotal'], make: text(misspelled) },
  'the name above again': {
    in: ['name'],
    make: (cell, grid, where) => {
      const { row, column } = at(where);
      const above = grid[row - 1]?.[column];
      return typeof above === 'string' && above !== '' && above !== cell && row > 2 ? above : undefined;
    },
  },
};

export function cellsFor(
  mistake: Mistake,
  { grid, roles }: CleanPlan,
): { readonly cell: string; readonly value: GridCell }[] {
  return mistake.in
    .flatMap((role) => roles[role] ?? [])
    .flatMap((cell) => {
      const { row, column } = at(cell);
      const value = mistake.make(grid[row]?.[column] ?? null, grid, cell);
      return value === undefined ? [] : [{ cell, value }];
    });
}
