/** examples/two-currencies: orders in kronor and euros, and the rates of each month. */
import { csvBytes, smallOrders } from './small-orders.ts';

function orders(): Uint8Array {
  const rows = smallOrders(707, '2024-01', 3).map(
    ([id = '', day = '', customer = '', rep = '', region = '', , , , amount = '']) => [
      id,
      day,
      customer,
      rep,
      amount,
      region === 'North' ? 'SEK' : 'EUR',
    ],
  );
  return csvBytes([['Order no.', 'Order date', 'Customer ID', 'Rep', 'Amount', 'Currency'], ...rows]);
}

/** One rate for each month, from its first day on. */
function rates(): Uint8Array {
  return csvBytes([
    ['Date', 'From', 'To', 'Rate'],
    ['2024-01-01', 'SEK', 'EUR', '0.0886'],
    ['2024-02-01', 'SEK', 'EUR', '0.0889'],
    ['2024-03-01', 'SEK', 'EUR', '0.0881'],
  ]);
}

export const currencyFiles = [
  { path: 'examples/two-currencies/orders.csv', make: async () => orders() },
  { path: 'examples/two-currencies/rates.csv', make: async () => rates() },
];
