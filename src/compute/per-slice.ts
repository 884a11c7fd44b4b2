/** Several KPIs stand on the same sums and counts: each is made once per slice. */
import { keptPer } from '../lib/kept-per.ts';
import type { Slice } from './slice.ts';

/** `make`, whose results are kept per slice and subject (a column, say) as long as both live. */
export function perSlice<Subject extends object, Result>(
  make: (slice: Slice, subject: Subject) => Result,
): (slice: Slice, subject: Subject) => Result {
  const ofSlice = keptPer((slice: Slice) => keptPer((subject: Subject) => make(slice, subject)));
  return (slice, subject) => ofSlice(slice)(subject);
}
