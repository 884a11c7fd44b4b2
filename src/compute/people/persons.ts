/** Who the people are: the members of dimension `rep`, those who bear one name told apart by employee id or team. */
import { foldText } from '../../lib/fold-text.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { DataSet, FactDataset } from '../../model/data-set.ts';
import type { Person } from '../../model/person.ts';
import type { Facts, TextColumn } from '../../model/table.ts';
import type { GroupsOfRows } from '../cut.ts';
import { factsOf } from '../dimensions.ts';
import type { Grouping } from '../grouping.ts';

/** One group per person; the last group is of rows that are nobody's. */
export interface Persons extends Grouping {
  /** Names that several people bear, folded. */
  readonly shared: ReadonlySet<string>;
  /** The group of rows without a person, or of a person who cannot be told from a namesake. */
  readonly nobody: number;
}

interface Namesakes {
  readonly names: ReadonlySet<string>;
  /**
   * Of these, names where a join could not tell whose rows they are and took the first bearer for all: then only facts
   * count that say themselves what tells apart.
   */
  readonly unclear: ReadonlySet<string>;
  /** The dimension that tells the others apart; undefined where the facts have none. */
  readonly apart: string | undefined;
}

/** Null where no facts know a person. `targeted` are the people that targets name, one value for each of `rep` and `apart`. */
export function personsOf(
  data: DataSet,
  targeted: (names: readonly string[]) => readonly (readonly string[])[],
): Persons | null {
  const tables = factsOf(data);
  if (!tables.some(([, facts]) => facts.dimension('rep'))) return null;
  const namesakes = namesakesOf(data);
  const { names, apart } = namesakes;
  const members = new Members(namesakes);
  const saysApart = (dataset: FactDataset) => apart !== undefined && data.fields.get(dataset)?.has(apart) === true;
  const rows = new Map(
    tables.map(([dataset, facts]) => {
      const found = rowsOfPeople(facts, { ...namesakes, saysApart: saysApart(dataset) }, members);
      return [dataset, found] as const;
    }),
  );
  const isKnown = tables.some(([dataset]) => saysApart(dataset));
  const wanted = [...targeted(['rep']), ...(apart === undefined ? [] : targeted(['rep', apart]))];
  for (const values of wanted) {
    const [name = ''] = values;
    if (members.isShared(name) === values.length > 1 && (isKnown || !members.isUnclear(name))) members.place(values);
  }
  const nobody = members.listed.length;
  const groups = new Map([...rows].map(([dataset, found]) => [dataset, found && groupsOfRows(found, nobody)] as const));
  return {
    groupCount: nobody + 1,
    listed: members.listed,
    shared: names,
    nobody,
    keysOf: (group) => keysOf(members.listed[group]?.values ?? [], apart),
    groupsOf: (dataset) => groups.get(dataset) ?? null,
  };
}

function keysOf([name, value]: readonly string[], apart: string | undefined): ReadonlyMap<string, string> {
  const keys = new Map([['rep', name ?? '']]);
  return value === undefined || apart === undefined ? keys : keys.set(apart, value);
}

/** People by name, namesakes by name and what tells them apart. */
class Members {
  readonly listed: { readonly group: number; readonly values: readonly string[] }[] = [];
  readonly #namesakes: Namesakes;
  readonly #groups = new Map<string, number>();

  constructor(namesakes: Namesakes) {
    this.#namesakes = namesakes;
  }

  isShared(name: string): boolean {
    return this.#namesakes.names.has(foldText(name));
  }

  isUnclear(name: string): boolean {
    return this.#namesakes.unclear.has(foldText(name));
  }

  /** The group of a person, or -1 where the name is blank or cannot be told from a namesake's. */
  place(values: readonly string[]): number {
    if (values.some((value) => value === '')) return -1;
    const key = values.map(foldText).join('\u0000');
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = this.listed.length;
    this.#groups.set(key, group);
    this.listed.push({ group, values });
    return group;
  }
}

interface RowsOfPeople {
  /** Code of rep, or of rep and apart together, per row. */
  readonly codes: Uint32Array;
  /** Group of each code, -1 for nobody; only codes of included rows are placed. */
  readonly groups: Int32Array;
}

function rowsOfPeople(
  facts: Facts,
  { names, apart, saysApart }: Namesakes & { readonly saysApart: boolean },
  members: Members,
): RowsOfPeople | null {
  const rep = facts.dimension('rep');
  if (rep === undefined) return null;
  const other = apart === undefined || names.size === 0 ? undefined : facts.dimension(apart);
  const codes = other === undefined ? rep.codes : pairsOf(rep.codes, other);
  const groups = new Int32Array(rep.size * (other?.size ?? 1)).fill(-1);
  for (const row of firstRows(facts, codes, groups.length)) {
    const name = rep.text(rep.codes[row] ?? 0);
    if (members.isUnclear(name) && !saysApart) continue;
    groups[codes[row] ?? 0] = placeOf(members, name, other?.text(other.codes[row] ?? 0));
  }
  return { codes, groups };
}

/** The first included row of each code. */
function firstRows({ rowCount, included }: Facts, codes: Uint32Array, size: number): number[] {
  const rows: number[] = [];
  const isSeen = new Uint8Array(size);
  for (let row = 0; row < rowCount; row++) {
    const code = codes[row] ?? 0;
    if (isSeen[code] === 1 || included[row] !== 1) continue;
    isSeen[code] = 1;
    rows.push(row);
  }
  return rows;
}

function pairsOf(codes: Uint32Array, other: TextColumn): Uint32Array {
  return codes.map((code, row) => code * other.size + (other.codes[row] ?? 0));
}

/** A namesake without what tells apart is nobody. */
function placeOf(members: Members, name: string, apart: string | undefined): number {
  return members.place(members.isShared(name) ? [name, apart ?? ''] : [name]);
}

function groupsOfRows({ codes, groups }: RowsOfPeople, nobody: number): GroupsOfRows {
  const groupOf = codes.map((code) => {
    const group = groups[code] ?? -1;
    return group < 0 ? nobody : group;
  });
  return { groupOf, orphans: nobody };
}

/** Names that people of different employee ids bear, or (without ids) people of different teams at one time. */
function namesakesOf(data: DataSet): Namesakes {
  const unclear = new Set(
    data.problems
      .filter(({ code }) => code === 'row/ambiguous-person')
      .map(({ params }) => foldText(String(params['name']))),
  );
  const names = new Set(unclear);
  for (const [name, rows] of groupBy(data.people, ({ rep }) => foldText(rep))) if (isShared(rows)) names.add(name);
  for (const [, facts] of factsOf(data)) for (const name of namesOfSeveralIds(facts)) names.add(name);
  const known = (dimension: string) => factsOf(data).some(([, facts]) => facts.dimension(dimension));
  return { names, unclear, apart: ['employeeId', 'team'].find(known) };
}

function isShared(rows: readonly Person[]): boolean {
  return rows.some((one, at) => rows.slice(at + 1).some((other) => isOther(one, other)));
}

/** Two people, not one who moved. */
function isOther(a: Person, b: Person): boolean {
  const [idA, idB] = [a.texts.get('employeeId'), b.texts.get('employeeId')];
  if (idA !== undefined || idB !== undefined) return idA !== idB;
  const begins = (person: Person) => person.from ?? Number.NEGATIVE_INFINITY;
  const ends = (person: Person) => person.to ?? Number.POSITIVE_INFINITY;
  return a.texts.get('team') !== b.texts.get('team') && begins(a) <= ends(b) && begins(b) <= ends(a);
}

function namesOfSeveralIds(facts: Facts): string[] {
  const [rep, ids] = [facts.dimension('rep'), facts.dimension('employeeId')];
  return rep && ids ? severalIds(facts, rep, ids) : [];
}

function severalIds({ rowCount, included }: Facts, rep: TextColumn, ids: TextColumn): string[] {
  const idOf = new Uint32Array(rep.size);
  const shared = new Set<number>();
  for (let row = 0; row < rowCount; row++) {
    const [code = 0, id = 0] = [rep.codes[row], ids.codes[row]];
    if (included[row] !== 1 || code === 0 || id === 0) continue;
    if (idOf[code] === 0) idOf[code] = id;
    else if (idOf[code] !== id) shared.add(code);
  }
  return [...shared].map((code) => foldText(rep.text(code)));
}
