/** Several KPIs stand on the same sums and counts: each is made once per slice. */
import type { Slice } from './slice.ts';

/** `make`, whose results are kept per slice and subject (a column, say) as long as both live. */
export function perSlice<Subject extends object, Result>(
  make: (slice: Slice, subject: Subject) => Result,
): (slice: Slice, subject: Subject) => Result {
  const known = new WeakMap<Slice, WeakMap<Subject, { readonly result: Result }>>();
  return (slice, subject) => {
    const ofSlice = known.get(slice) ?? new WeakMap<Subject, { readonly result: Result }>();
    known.set(slice, ofSlice);
    const made = ofSlice.get(subject) ?? { result: make(slice, subject) };
    ofSlice.set(subject, made);
    return made.result;
  };
}
