/** The terms of every KPI, by id. */
import type { OwnKpi } from '../../../model/own-kpi.ts';
import type { Kpi } from '../../kpi.ts';
import type { Term } from '../term.ts';
import { termsOfCustomers } from './customers.ts';
import { termsOfDeals } from './deals.ts';
import { termsOfOwn } from './own.ts';
import { termsOfSales } from './sales.ts';
import { termsOfService } from './service.ts';

const builtIn = new Map(
  [termsOfSales, termsOfCustomers, termsOfDeals, termsOfService].flatMap((terms) => Object.entries(terms)),
);

/** Of a change the terms of its KPI, told beside it. */
export function termsOf({ id, growthOf }: Kpi, own: readonly OwnKpi[]): readonly Term[] {
  if (growthOf) return termsOf(growthOf, own).map((term) => ({ ...term, role: 'part' as const }));
  const declared = own.find((kpi) => kpi.id === id);
  return declared ? termsOfOwn(declared) : (builtIn.get(id) ?? []);
}
