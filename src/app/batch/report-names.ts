/** Names of the reports of a batch: one each, none twice on any system, the same on every run over the same files. */

/** Taken by the batch itself. */
const ownNames: readonly string[] = ['index', 'batch'];

/** File names with `.xlsx`, one for each of `names` in their order. Several of one name get their ending, then a number. */
export function reportNames(names: readonly string[]): readonly string[] {
  const taken = new Set(ownNames);
  const stems = names.map((name) => plain(withoutEnding(name)));
  const shared = new Set(stems.map(folded).filter((stem, i, all) => all.indexOf(stem) !== i));
  return names.map((name, i) => {
    const stem = stems[i] ?? '';
    const wanted =
      shared.has(folded(stem)) || taken.has(folded(stem)) ? plain(name.replace(/\.(?=[^.]*$)/, '-')) : stem;
    const free = firstFree(wanted, taken);
    taken.add(folded(free));
    return `${free}.xlsx`;
  });
}

function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let copy = 2; taken.has(folded(name)); copy += 1) name = `${wanted}-${copy}`;
  return name;
}

/** Some file systems tell `A` from `a`, some `é` in one character from `é` in two. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function withoutEnding(name: string): string {
  return name.replace(/(?<=[^/])\.[^./]*$/, '');
}

/** Folders become a part of the name; what Windows does not allow in a name, or hides, becomes `-`. */
function plain(name: string): string {
  const kept = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '-')
    .replace(/^[.\s-]+/, '')
    .replace(/[.\s]+$/, '');
  return [...(kept === '' ? 'report' : kept)].slice(0, 80).join('');
}
