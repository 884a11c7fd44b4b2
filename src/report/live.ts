import type { Decimal } from '../lib/decimal.ts';

/** Result and formula of one live cell; null where there is no result. */
export interface Live {
  readonly value: Decimal | null;
  readonly formula: string | null;
}
