/** Target files without a mistake, in the forms that people make, with what stands in which of their cells. */
import type { Grid, GridCell } from './grid.ts';

/** What a cell says, and so which mistakes it can have; `loose`: a number that nothing adds up. */
export type Role =
  | 'number'
  | 'total'
  | 'loose'
  | 'period'
  | 'level'
  | 'name'
  | 'node'
  | 'team'
  | 'parent'
  | 'kpi'
  | 'subtotal';

export interface CleanPlan {
  readonly grid: Grid;
  readonly merges: readonly string[];
  /** Cells by role, as names (`B7`). */
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** A list of people beside it. */
  readonly people: Grid | null;
}

const teams = [
  { region: 'East', name: 'Harbour', reps: ['Ann Lee', 'Bob Ray', 'Cid Fox'] },
  { region: 'West', name: 'Mountain', reps: ['Dan Poe', 'Eve Orr', 'Flo Kay'] },
  { region: 'South', name: 'Delta', reps: ['Gus Moe', 'Hal Bey', 'Ida Fry'] },
] as const;
const chinese = [
  { region: '华东大区', name: '一部', reps: ['王芳芳', '李强生', '赵敏之'] },
  { region: '华南大区', name: '二部', reps: ['刘伟民', '陈静雯', '欧阳明'] },
  { region: '华北大区', name: '三部', reps: ['孙丽华', '周国平', '吴建国'] },
] as const;
const months = ['2024-01', '2024-02', '2024-03'];

/** Different for every person and month, so that no two mistakes look alike. */
const amount = (rep: number, month: number) => 1000 + 137 * rep + 211 * month + 17 * rep * month;

function letters(column: number): string {
  return String.fromCharCode(65 + column);
}

class Making {
  readonly rows: GridCell[][] = [];
  readonly roles = new Map<Role, string[]>();

  add(cells: readonly (readonly [GridCell, (Role | undefined)?])[]): void {
    this.rows.push(cells.map(([cell]) => cell));
    for (const [column, [, role]] of cells.entries()) {
      if (role) this.roles.set(role, [...(this.roles.get(role) ?? []), `${letters(column)}${this.rows.length}`]);
    }
  }

  plan(more: Partial<CleanPlan> = {}): CleanPlan {
    return { grid: this.rows, merges: [], roles: Object.fromEntries(this.roles), people: null, ...more };
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Period, level, name, parent, KPI, target: company, teams and people. */
export function longTree(count = months.length): CleanPlan {
  const made = new Making();
  made.add([['Period'], ['Level'], ['Name'], ['Parent'], ['KPI'], ['Target']]);
  for (const [month, id] of months.slice(0, count).entries()) {
    const row = (level: string, name: string, parent: string, value: number) =>
      made.add([
        [id, 'period'],
        [level, 'level'],
        [name, level === 'Rep' ? 'name' : 'node'],
        parent === '' ? [''] : [parent, 'parent'],
        ['Revenue', 'kpi'],
        [value, 'number'],
      ]);
    const ofTeam = teams.map(({ reps }, team) => sum(reps.map((_, i) => amount(team * 3 + i, month))));
    row('Company', 'Acme', '', sum(ofTeam));
    for (const [team, { name }] of teams.entries()) row('Team', name, 'Acme', ofTeam[team] ?? 0);
    for (const [team, { name, reps }] of teams.entries()) {
      for (const [i, rep] of reps.entries()) row('Rep', rep, name, amount(team * 3 + i, month));
    }
  }
  return made.plan();
}

/** Month, team, rep, target without any total. */
export function longFlat(): CleanPlan {
  const made = new Making();
  made.add([['Month'], ['Team'], ['Rep'], ['Target']]);
  for (const [month, id] of months.entries()) {
    for (const [team, { name, reps }] of teams.entries()) {
      for (const [i, rep] of reps.entries()) {
        made.add([
          [id, 'period'],
          [name, 'team'],
          [rep, 'name'],
          [amount(team * 3 + i, month), 'loose'],
        ]);
      }
    }
  }
  return made.plan();
}

interface WideMaking {
  readonly isChinese?: boolean;
  /** Regions in merged cells, else in each row. */
  readonly isMerged?: boolean;
  /** `East subtotal` instead of `Subtotal`. */
  readonly isNamed?: boolean;
}

const words = {
  english: {
    title: '2024 sales targets (USD)',
    headings: ['Region', 'Rep', 'Jan', 'Feb', 'Mar', 'Q1'],
    subtotal: 'Subtotal',
    total: 'Total',
    teams,
    ofRegion: (region: string) => `${region} subtotal`,
  },
  chinese: {
    title: '2024年销售目标分解表（单位：元）',
    headings: ['大区', '姓名', '1月', '2月', '3月', '一季度'],
    subtotal: '小计',
    total: '合计',
    teams: chinese,
    ofRegion: (region: string) => `${region}小计`,
  },
};

/** Region, rep, months, quarter; a subtotal row per region, a total. */
export function wide(making: WideMaking = {}): CleanPlan {
  const made = new Making();
  const { title, headings, total, ...used } = making.isChinese === true ? words.chinese : words.english;
  made.add([[title]]);
  made.add(headings.map((heading) => [heading]));
  const rows = used.teams.flatMap((_, team) =>
    [0, 1, 2].map((i) => months.map((__, month) => amount(team * 3 + i, month))),
  );
  const merges = used.teams.map(({ region, reps }, team) => {
    const own = rows.slice(team * 3, team * 3 + 3);
    const { subtotal, ofRegion } = used;
    return addRegion(
      made,
      { region, reps, rows: own, subtotal: making.isNamed === true ? ofRegion(region) : subtotal },
      making,
    );
  });
  made.add([[total], [''], ...numbersOf(rows).map(([value]): [GridCell, Role] => [value, 'total'])]);
  return made.plan({ merges: making.isMerged === true ? merges : [] });
}

interface RegionRows {
  readonly region: string;
  readonly reps: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly subtotal: string;
}

/** The range of its cells in the first column. */
function addRegion(
  made: Making,
  { region, reps, rows, subtotal }: RegionRows,
  { isMerged, isNamed }: WideMaking,
): string {
  const top = made.rows.length + 1;
  const label: [GridCell, Role?] = isMerged === true ? [''] : [region, 'team'];
  for (const [i, rep] of reps.entries()) {
    made.add([i === 0 && isMerged === true ? [region] : label, [rep, 'name'], ...numbersOf([rows[i] ?? []])]);
  }
  const bottom = made.rows.length + (isNamed === true ? 0 : 1);
  const name: [GridCell, Role] = [subtotal, 'subtotal'];
  made.add([...(isNamed === true ? [name, [''] as [GridCell]] : [label, name]), ...numbersOf(rows)]);
  return `A${top}:A${bottom}`;
}

/** The sums of rows month by month, and the quarter. */
function numbersOf(rows: readonly (readonly number[])[]): [GridCell, Role][] {
  const values = months.map((_, month) => sum(rows.map((row) => row[month] ?? 0)));
  return [...values.map((value): [GridCell, Role] => [value, 'number']), [sum(values), 'total']];
}

function withPeople(plan: CleanPlan): CleanPlan {
  const people = [
    ['Rep', 'Team', 'Region'],
    ...teams.flatMap(({ name, region, reps }) => reps.map((rep) => [rep, name, region])),
  ];
  return { ...plan, people };
}

export const cleanPlans: Readonly<Record<string, CleanPlan>> = {
  'a long file with its tree': longTree(),
  'a long file of one month': longTree(1),
  'a long file without totals': longFlat(),
  'a long file and a list of people': withPeople(longFlat()),
  'a wide file': wide(),
  'a wide file and a list of people': withPeople(wide()),
  'a wide file with merged regions': wide({ isMerged: true }),
  'a wide file with named subtotals': wide({ isNamed: true, isMerged: true }),
  'a wide file in Chinese': wide({ isChinese: true, isMerged: true, isNamed: true }),
  'a wide file in Chinese, regions in each row': wide({ isChinese: true }),
};
