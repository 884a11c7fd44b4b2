/** examples/05-monthly-batch: the exports of three branches and their targets; one export has a date that does not exist. */
import { dayOf, formatDay, weekdayOf } from '../../src/model/day.ts';
import { seededRandom } from '../../test/support/random.ts';

interface Branch {
  readonly name: string;
  readonly seed: number;
  readonly reps: readonly string[];
  /** Of March 2024. */
  readonly target: number;
  /** A line that was typed by hand. */
  readonly odd: string | null;
}

const branches: readonly Branch[] = [
  { name: 'beijing', seed: 1, reps: ['Li Qiang', 'Ouyang Mingri'], target: 1_200_000, odd: null },
  {
    name: 'guangzhou',
    seed: 2,
    reps: ['Chen Jing', 'Liu Wei'],
    target: 1_300_000,
    odd: 'GU-90001,2024-03-32,C005,Liu Wei,12600.00',
  },
  { name: 'shanghai', seed: 3, reps: ['Wang Fang', 'Zhao Min'], target: 1_250_000, odd: null },
];

function orders({ name, seed, reps, odd }: Branch): Uint8Array {
  const random = seededRandom(20240500 + seed);
  const lines = ['Order no.,Order date,Customer ID,Rep,Amount'];
  let number = 10_000;
  for (let day = dayOf(2023, 1, 2) ?? 0; day <= (dayOf(2024, 3, 31) ?? 0); day += 1) {
    for (let count = weekdayOf(day) >= 5 ? 1 : random.between(2, 4); count > 0; count -= 1) {
      number += 1;
      const customer = `C${String(random.between(1, 90)).padStart(3, '0')}`;
      const amount = `${random.between(1200, 32_000)}.${String(random.between(0, 99)).padStart(2, '0')}`;
      const id = `${name.slice(0, 2).toUpperCase()}-${number}`;
      lines.push([id, formatDay(day), customer, random.pick(reps), amount].join(','));
    }
  }
  return Buffer.from(`${[...lines, ...(odd === null ? [] : [odd])].join('\n')}\n`);
}

function targets({ reps, target }: Branch): Uint8Array {
  return Buffer.from(`Rep,Month,Target\n${reps.map((rep) => `${rep},2024-03,${target / reps.length}\n`).join('')}`);
}

export const branchFiles = branches.flatMap((branch) => [
  { path: `examples/05-monthly-batch/exports/${branch.name}.csv`, make: async () => orders(branch) },
  { path: `examples/05-monthly-batch/targets/${branch.name}.csv`, make: async () => targets(branch) },
]);
