/** examples/04-validate-with-errors: orders and targets with one fault of each common kind. */
import { csvBytes, sellers, smallHeadings, smallOrders } from './small-orders.ts';

const columns = [0, 1, 2, 3, 4, 8];

function faultyOrders(): Uint8Array {
  const rows = smallOrders(404, '2023-10', 6).map((row) => columns.map((at) => row[at] ?? ''));
  const change = (row: number, column: number, text: string) => {
    const cells = rows[row];
    if (cells) cells[column] = text;
  };
  // A day that does not exist, the letter O for a zero, an amount that was never filled in, a name in two spellings.
  change(61, 1, '2024-02-30');
  change(66, 5, '4,8O0.00');
  change(65, 5, '');
  change(64, 3, 'Maria  Costa');
  const repeated = rows[68];
  return csvBytes([columns.map((at) => smallHeadings[at] ?? ''), ...rows, ...(repeated ? [repeated] : [])]);
}

function faultyTargets(): Uint8Array {
  const months = ['2024-01', '2024-02', '2024-03'];
  const rows = sellers.flatMap(({ name }, at) => months.map((month) => [name, month, String(4000 + 500 * at)]));
  // The quarter was typed, not added up.
  return csvBytes([['Rep', 'Period', 'Target'], ...rows, ['Maria Costa', '2024-Q1', '16000']]);
}

export const faultyFiles = [
  { path: 'examples/04-validate-with-errors/orders.csv', make: async () => faultyOrders() },
  { path: 'examples/04-validate-with-errors/targets.csv', make: async () => faultyTargets() },
];
