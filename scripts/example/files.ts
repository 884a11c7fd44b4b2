import { branchFiles } from './branches.ts';
import { breakdownFiles } from './breakdown.ts';
import { makeChineseOrders, makeChineseTargets } from './chinese.ts';
import { currencyFiles } from './currencies.ts';
import { faultyFiles } from './faulty.ts';
import { makeFirstRun } from './first-run.ts';
import { makeOneToOne } from './one-to-one.ts';
import { ownKpiFiles } from './own-kpi.ts';

/** Each generated file of examples/ and what makes it. */
export const exampleFiles: readonly { readonly path: string; readonly make: () => Promise<Uint8Array> }[] = [
  { path: 'examples/first-run/q1.xlsx', make: makeFirstRun },
  { path: 'examples/02-chinese-crm-export/orders.csv', make: makeChineseOrders },
  { path: 'examples/02-chinese-crm-export/targets.xlsx', make: makeChineseTargets },
  { path: 'examples/08-one-to-one/sales.xlsx', make: makeOneToOne },
  ...breakdownFiles,
  ...faultyFiles,
  ...branchFiles,
  ...ownKpiFiles,
  ...currencyFiles,
];
