/** Every KPI of the contract by plain loops. */
import { customerKpis } from './customers.ts';
import { dealKpis } from './deals.ts';
import { moneyInKpis } from './money-in.ts';
import { type PlainKpi, salesKpis } from './sales.ts';
import { serviceKpis } from './service.ts';

export const plainKpis: Readonly<Record<string, PlainKpi>> = {
  ...salesKpis,
  ...customerKpis,
  ...moneyInKpis,
  ...dealKpis,
  ...serviceKpis,
};
