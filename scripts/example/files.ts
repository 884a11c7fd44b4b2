import { makeChineseOrders, makeChineseTargets } from './chinese.ts';
import { makeFirstRun } from './first-run.ts';
import { makeOneToOne } from './one-to-one.ts';

/** Each generated file of examples/ and what makes it. */
export const exampleFiles: readonly { readonly path: string; readonly make: () => Promise<Uint8Array> }[] = [
  { path: 'examples/first-run/q1.xlsx', make: makeFirstRun },
  { path: 'examples/02-chinese/orders.csv', make: makeChineseOrders },
  { path: 'examples/02-chinese/targets.xlsx', make: makeChineseTargets },
  { path: 'examples/08-one-to-one/sales.xlsx', make: makeOneToOne },
];
