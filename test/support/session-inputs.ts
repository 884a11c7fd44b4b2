/** Small inputs of the sessions, made anew for each: two years of six people, in English and in Chinese. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Person {
  readonly en: string;
  readonly zh: string;
  /** Revenue of the first quarters of 2024 and 2023, and the target of 2024-Q1, in thousands. */
  readonly now: number;
  readonly before: number;
  readonly target: number;
}

const people: readonly Person[] = [
  { en: 'Wang Fang', zh: '王芳', now: 2868, before: 2343, target: 2400 },
  { en: 'Li Qiang', zh: '李强', now: 2104, before: 1928, target: 2000 },
  { en: 'Chen Jing', zh: '陈静', now: 1746, before: 1695, target: 1800 },
  { en: 'Zhao Min', zh: '赵敏', now: 1914, before: 2008, target: 2200 },
  { en: 'Ouyang Mingri', zh: '欧阳明日', now: 1120, before: 1220, target: 1600 },
  { en: 'Liu Wei', zh: '刘伟', now: 825, before: 0, target: 1500 },
];

const months = ['01', '02', '03'];

type Order = readonly [id: string, day: string, name: string, customer: string, amount: number];

/** Three orders a quarter and person, a third of its revenue each, the last with what is left. */
function ordersOf(year: number, amountOf: (person: Person) => number, nameOf: (person: Person) => string): Order[] {
  return people.flatMap((person, index) => {
    const total = amountOf(person) * 1000;
    if (total === 0) return [];
    const third = Math.floor(total / 3000) * 1000;
    return months.map((month, i): Order => {
      const amount = i === 2 ? total - 2 * third : third;
      const day = String(10 + index + i * 7).padStart(2, '0');
      return [
        `SO-${year}-${index + 1}${i + 1}`,
        `${year}-${month}-${day}`,
        nameOf(person),
        `C-${index + 1}${i % 2}`,
        amount,
      ];
    });
  });
}

function allOrders(nameOf: (person: Person) => string): Order[] {
  return [...ordersOf(2023, ({ before }) => before, nameOf), ...ordersOf(2024, ({ now }) => now, nameOf)];
}

const csv = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => `${row.join(',')}\n`).join('');

/** Thirds of a quarter: the first two months rounded down, the last with the rest. */
function targetsOf(nameOf: (person: Person) => string): (string | number)[][] {
  return people.flatMap((person) => {
    const total = person.target * 1000;
    const third = Math.floor(total / 3);
    return months.map((month, i) => [nameOf(person), `2024-${month}`, i === 2 ? total - 2 * third : third]);
  });
}

/** Rows that cannot be read: one amount with a letter, three days that do not exist. */
const badRows: readonly Order[] = [
  ['SO-X1', '2024-02-30', 'Liu Wei', 'C-91', 4100],
  ['SO-X2', '2024-02-31', 'Liu Wei', 'C-92', 4100],
  ['SO-X3', '2024-04-31', 'Zhao Min', 'C-93', 4100],
];

/** Writes all inputs into `folder`. */
export function writeSessionInputs(folder: string): void {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const english = allOrders(({ en }) => en);
  const chinese = allOrders(({ zh }) => zh);
  const head = ['Order no.', 'Order date', 'Rep', 'Customer ID', 'Amount'];
  write('q1.csv', csv([head, ...english]));
  write('bad.csv', csv([head, ...english, ...badRows, ['SO-X4', '2024-03-30', 'Liu Wei', 'C-94', '6O0']]));
  write('running.csv', csv([head, ...english.filter(([, day]) => day < '2024-03-15')]));
  write('targets.csv', csv([['Rep', 'Month', 'Target'], ...targetsOf(({ en }) => en)]));
  write('订单.csv', csv([['订单号', '下单日期', '业务员', '客户编号', '含税金额'], ...chinese]));
  write('目标.csv', csv([['业务员', '月份', '目标'], ...targetsOf(({ zh }) => zh)]));
  write(
    'phones.csv',
    csv([
      ['Name', 'Phone'],
      ['Wang Fang', '021 555'],
      ['Li Qiang', '010 555'],
    ]),
  );
  write(
    'evil.csv',
    csv([
      head,
      ['SO-1', '2024-03-01', '\u001b[31mred\u202e', 'C-1', '12x\u0007'],
      ['SO-2', '2024-03-31', 'Ann', 'C-2', 100],
    ]),
  );
  write('empty.csv', '');
}
