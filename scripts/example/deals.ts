/** The deals of the example: won, lost and open, with a median cycle of about six weeks. */
import { dayOf } from '../../src/model/day.ts';
import type { Random } from '../../test/support/random.ts';
import { products } from './company.ts';
import type { Customer } from './orders.ts';

export interface Deal {
  readonly dealId: string;
  readonly name: string;
  readonly customer: Customer;
  readonly stage: string;
  readonly amount: number;
  readonly probability: number;
  readonly created: number;
  readonly closed: number | null;
  readonly expected: number;
}

const first = dayOf(2023, 1, 2) ?? 0;
const last = dayOf(2024, 3, 29) ?? 0;
const openStages = [
  { stage: 'Qualification', probability: 0.2, weight: 3 },
  { stage: 'Proposal', probability: 0.4, weight: 4 },
  { stage: 'Negotiation', probability: 0.7, weight: 3 },
] as const;

export function drawDeals(random: Random, customers: readonly Customer[]): Deal[] {
  const deals: Deal[] = [];
  for (let created = first; created <= last; created += random.between(0, 1)) {
    const customer = random.pick(customers);
    const product = random.pick(products);
    // Three draws added up lean towards the middle, as cycles do; a few deals drag on.
    const cycle =
      random.between(3, 20) + random.between(3, 24) + random.between(3, 22) + (random.next() < 0.1 ? 45 : 0);
    const isClosed = created + cycle <= last;
    const isWon = random.next() < 0.42;
    const open = random.weighted(openStages);
    deals.push({
      dealId: `D-${String(2001 + deals.length)}`,
      name: `${customer.name}: ${product.product}`,
      customer,
      stage: isClosed ? (isWon ? 'Won' : 'Lost') : open.stage,
      amount: product.price * random.between(2, 8),
      probability: isClosed ? Number(isWon) : open.probability,
      created,
      closed: isClosed ? created + cycle : null,
      expected: created + cycle + random.between(-5, 12),
    });
  }
  return deals;
}
