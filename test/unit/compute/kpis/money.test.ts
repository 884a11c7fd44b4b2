/** Sharp edges of what is sold, given back, collected and owed, worked by hand from contract.md §4. */
import { describe, expect, test } from 'vitest';
import { evaluateWorld, shown, worldOf } from '../../../support/worlds.ts';

const february = { period: '2024-02', by: [], grain: 'year' } as const;

describe('overdue', () => {
  /** `o1 a 2024-01-01 2024-02-01 100`: order, customer, day, due day, amount; `-` is a blank cell. */
  const sold = (...lines: readonly string[]) =>
    lines.map((line) => {
      const [orderId = '', customerId = '', orderDate = '', dueDate = '', amount = ''] = cells(line);
      return { orderId, customerId, orderDate, dueDate, amount };
    });
  const paid = (...lines: readonly string[]) =>
    lines.map((line) => {
      const [orderId = '', customerId = '', date = '', amount = ''] = cells(line);
      return { orderId, customerId, date, amount };
    });
  const cells = (line: string) => line.split(' ').map((cell) => (cell === '-' ? '' : cell));
  const owed = (orders: ReturnType<typeof sold>, payments: ReturnType<typeof paid>, period = '2024-02') =>
    shown(evaluateWorld(worldOf({ orders, payments }), { ...february, period }).kpis)['overdue']?.actual;

  const later = sold('z - 2024-03-31 - 0');
  const nothing = paid('z - 2024-01-01 0');

  test('is past its day, not on it', () => {
    expect(owed([...sold('o1 a 2024-01-01 2024-02-28 100'), ...later], nothing)).toBe('100');
    expect(owed([...sold('o1 a 2024-01-01 2024-02-29 100'), ...later], nothing)).toBe('0');
    expect(owed([...sold('o1 a 2024-01-01 - 100'), ...later], nothing)).toBe('0');
  });

  test('of an order: its payments pay its oldest due first', () => {
    const orders = sold(
      'o1 a 2024-01-01 2024-03-15 60',
      'o1 a 2024-01-01 2024-02-01 40',
      'o2 a 2024-01-01 2024-02-01 7',
    );
    expect(owed([...orders, ...later], paid('o1 - 2024-02-10 30'))).toBe('17');
    expect(owed([...orders, ...later], paid('o1 - 2024-02-10 70'))).toBe('7');
    // What is paid too much on one order pays no other.
    expect(owed([...orders, ...later], paid('o1 - 2024-02-10 170'))).toBe('7');
  });

  test('of a customer: payments without an order pay the oldest due of all orders', () => {
    const orders = sold(
      'o1 a 2024-01-01 2024-02-10 60',
      'o2 a 2024-01-01 2024-02-01 40',
      'o3 b 2024-01-01 2024-02-01 9',
    );
    expect(owed([...orders, ...later], paid('- a 2024-02-15 50'))).toBe('59');
    // First the payment that names an order, whatever came before it.
    expect(owed([...orders, ...later], paid('- a 2024-02-15 50', 'o1 - 2024-02-16 60'))).toBe('9');
    expect(owed([...orders, ...later], paid('- a 2024-02-15 50', 'o2 - 2024-02-16 40'))).toBe('19');
  });

  test('only what was paid by the end of the period pays', () => {
    const orders = [...sold('o1 a 2024-01-01 2024-02-01 60'), ...later];
    const payments = paid('o1 - 2024-02-29 10', 'o1 - 2024-03-01 20');
    expect([owed(orders, payments), owed(orders, payments, '2024-03')]).toEqual(['50', '30']);
  });

  test('a negative row is a credit of its order', () => {
    const orders = [...sold('o1 a 2024-01-01 2024-02-01 60', 'o1 a 2024-01-20 2024-02-20 -25'), ...later];
    expect(owed(orders, nothing)).toBe('35');
  });

  test('money paid back is owed again', () => {
    const orders = [...sold('o1 a 2024-01-01 2024-02-01 60'), ...later];
    expect(owed(orders, paid('o1 - 2024-02-02 60', 'o1 - 2024-02-03 -15'))).toBe('15');
  });
});

describe('receivable', () => {
  test('is all that was sold less all that came in, from the beginning', () => {
    const orders = [
      { orderDate: '2023-05-01', amount: '100' },
      { orderDate: '2024-02-29', amount: '10' },
      { orderDate: '2024-03-01', amount: '1' },
    ];
    const payments = [
      { orderId: '', date: '2022-12-31', amount: '5' },
      { orderId: '', date: '2024-02-29', amount: '200' },
      { orderId: '', date: '2024-03-01', amount: '1' },
    ];
    const { kpis } = evaluateWorld(worldOf({ orders, payments }), february);
    expect(shown(kpis)['receivable']?.actual).toBe('-95');
  });
});

describe('collection-rate', () => {
  test('is over what was invoiced, and tells what fell due', () => {
    const orders = [
      { orderDate: '2024-01-01', invoiceDate: '2024-02-01', dueDate: '2024-02-20', amount: '100' },
      { orderDate: '2024-02-01', invoiceDate: '2024-03-01', dueDate: '2024-03-20', amount: '50' },
      { orderDate: '2024-02-01', invoiceDate: '', dueDate: '2024-02-21', amount: '7' },
    ];
    const payments = [{ orderId: '', date: '2024-02-15', amount: '80' }];
    const { kpis } = evaluateWorld(worldOf({ orders, payments }), february);
    expect(shown(kpis)['collection-rate']).toMatchObject({
      numerator: '80',
      denominator: '100',
      actual: '0.8',
      details: { denominators: { invoiced: '100', due: '107' } },
    });
  });

  test('without invoice dates is over what was ordered', () => {
    const orders = [{ orderDate: '2024-02-01', amount: '50' }];
    const payments = [{ orderId: '', date: '2024-02-15', amount: '80' }];
    const { kpis } = evaluateWorld(worldOf({ orders, payments }), february);
    expect(shown(kpis)['collection-rate']).toMatchObject({
      actual: '1.6',
      details: { denominators: { invoiced: '50', due: null } },
    });
  });
});

describe('net-revenue', () => {
  const orders = [
    { orderId: '1', orderDate: '2024-02-01', rep: 'Ann', amount: '100' },
    { orderId: '2', orderDate: '2024-02-02', rep: 'Bo', amount: '50' },
    { orderId: '3', orderDate: '2024-02-02', rep: 'Bo', amount: '70', status: 'Cancelled' },
  ];
  const net = (returns: NonNullable<Parameters<typeof worldOf>[1]>, rows: readonly object[] = orders) =>
    shown(evaluateWorld(worldOf({ orders: rows }, returns), february).kpis)['net-revenue']?.actual;

  test('takes back what each row says, be it written negative or not', () => {
    const mixed = [
      { orderId: '1', orderDate: '2024-02-01', amount: '100', refundedAmount: '10' },
      { orderId: '2', orderDate: '2024-02-01', amount: '100', refundedAmount: '-10' },
    ];
    expect(net({}, mixed)).toBe('180');
  });

  test('knows no return after as-of', () => {
    const returns = [{ orderId: '1', date: '2024-02-20', amount: '40' }];
    expect(net({ returns })).toBe('110');
    expect(net({ returns, asOf: '2024-02-19' })).toBe('150');
  });

  test('takes nothing back of rows that are not wanted or do not count', () => {
    const returns = [
      { orderId: '1', date: '2024-02-20', amount: '40' },
      { orderId: '3', date: '2024-02-20', amount: '70' },
    ];
    expect(net({ returns })).toBe('110');
    expect(net({ returns, only: { dimension: 'rep', value: 'Bo' } })).toBe('50');
  });

  test('of an order that is not in the data is nobody’s', () => {
    const returns = [{ orderId: '99', date: '2024-02-20', amount: '40' }];
    expect(net({ returns })).toBe('110');
    const { breakdown } = evaluateWorld(worldOf({ orders }, { returns }), { ...february, by: [['rep']] });
    expect(breakdown.map(({ by, kpis }) => [by['rep'], shown(kpis)['net-revenue']?.actual])).toEqual([
      ['Ann', '100'],
      ['Bo', '50'],
      ['(unassigned)', '-40'],
    ]);
  });
});
