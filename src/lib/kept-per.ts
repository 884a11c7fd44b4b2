/** `make`, whose result is made once per subject and kept as long as the subject lives. */
export function keptPer<Subject extends object, Result>(
  make: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const known = new WeakMap<Subject, { readonly result: Result }>();
  return (subject) => {
    const made = known.get(subject) ?? { result: make(subject) };
    known.set(subject, made);
    return made.result;
  };
}
