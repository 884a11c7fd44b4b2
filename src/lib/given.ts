/** The entries that were given: for options types in which undefined may not stand. */
export function given<Entries extends object>(
  entries: Entries,
): { [Key in keyof Entries]?: Exclude<Entries[Key], undefined> } {
  const kept: { [Key in keyof Entries]?: Exclude<Entries[Key], undefined> } = {};
  for (const key of keysOf(entries)) {
    const value = entries[key];
    if (isGiven(value)) kept[key] = value;
  }
  return kept;
}

function keysOf<Entries extends object>(entries: Entries): (keyof Entries)[] {
  const keys: (keyof Entries)[] = [];
  for (const key in entries) keys.push(key);
  return keys;
}

function isGiven<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
