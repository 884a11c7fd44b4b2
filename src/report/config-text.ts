/** A `salesmetrics.yaml` to start from: what was found in files, with comments, or an empty form. */
import { wordsOf } from '../i18n/index.ts';
import type { Lang } from '../i18n/shape.ts';
import { foldName } from '../lib/fold-text.ts';
import type { DataSet, StatusUse } from '../model/data-set.ts';

/** What of a data set is worth writing down. */
export type Found = Pick<DataSet, 'tables' | 'currency' | 'taxBasis' | 'people' | 'facts'>;

const mostPeople = 200;

/** `found` null: an empty form. */
export function configText(found: Found | null, lang: Lang): string {
  const { form } = wordsOf(lang).configForm;
  const sections = [
    [
      '# yaml-language-server: $schema=./node_modules/salesmetrics/templates/config.schema.json',
      form.intro,
      'version: 1',
    ],
    [form.lang, 'lang: auto'],
    [form.calendar, 'calendar: { fiscalYearStart: 1, weekStart: monday }'],
    [form.money, ...moneyLines(found)],
    [form.columns, ...(found === null ? exampleColumns : columnLines(found))],
    [form.values, ...(found === null ? exampleValues : valueLines(found, form.unknown))],
    [form.people, ...(found === null ? examplePeople : peopleLines(found))],
    [form.status, 'status: { met: 1.0, near: 0.8 }'],
    [form.kpis, ...exampleKpis],
    [form.validation, 'validation: { allowSkipped: 0 }'],
  ];
  return `${sections.map((lines) => lines.flatMap(commented).join('\n')).join('\n\n')}\n`;
}

/** Words of several lines are comments. */
function commented(line: string): string[] {
  return line.startsWith('§')
    ? line
        .slice(1)
        .split('\n')
        .map((text) => `# ${text}`)
    : [line];
}

const exampleColumns = ['# columns: { orders: { amount: [Net sales, 含税金额] } }'];
const exampleValues = ['# values: { status: { counts: [Shipped], notCounted: [Void], refunded: [Returned] } }'];
const examplePeople = ['# people:', '#   - { name: Wang Fang, team: East, aliases: [W. Fang], from: 2024-01-01 }'];
const exampleKpis = [
  '# kpis:',
  '#   revenue: { target: 11500000 }',
  '#   netPerCustomer: { derived: revenue / activeCustomers, format: money }',
];

function moneyLines(found: Found | null): string[] {
  const { currency = null, taxBasis } = found ?? {};
  const parts = [
    ...(currency === null ? [] : [`currency: ${currency}`]),
    ...(taxBasis?.actual ? [`taxIncluded: ${taxBasis.actual === 'included'}`] : []),
    'unit: auto',
  ];
  return [`money: { ${parts.join(', ')} }`];
}

function columnLines({ tables }: Found): string[] {
  const byDataset = new Map<string, Map<string, Set<string>>>();
  for (const { dataset, columns, notRead } of tables) {
    if (dataset === null || notRead !== null) continue;
    const fields = byDataset.get(dataset) ?? new Map<string, Set<string>>();
    byDataset.set(dataset, fields);
    for (const [field, heading] of columns) {
      if (heading !== '') fields.set(field, (fields.get(field) ?? new Set()).add(heading));
    }
  }
  const filled = [...byDataset].filter(([, fields]) => fields.size > 0);
  if (filled.length === 0) return exampleColumns;
  return [
    'columns:',
    ...filled.flatMap(([dataset, fields]) => [
      `  ${dataset}:`,
      ...[...fields].map(([field, headings]) => `    ${field}: [${[...headings].map(scalar).join(', ')}]`),
    ]),
  ];
}

const useNames: Readonly<Record<StatusUse, string>> = {
  counts: 'counts',
  unmapped: 'counts',
  'not-counted': 'notCounted',
  refunded: 'refunded',
  won: 'won',
  lost: 'lost',
  open: 'open',
};

function valueLines({ tables }: Found, unknown: string): string[] {
  const lines = (['orders', 'deals'] as const).flatMap((dataset) => {
    const statuses = tables.filter((table) => table.dataset === dataset).flatMap((table) => table.statuses);
    const known = wordsByUse(statuses.filter(({ use }) => use !== 'unmapped'));
    const others = wordsByUse(statuses.filter(({ use }) => use === 'unmapped'));
    if (known.size + others.size === 0) return [];
    const listed = ([use, texts]: [string, string[]]) => `    ${use}: [${texts.map(scalar).join(', ')}]`;
    return [
      `  ${dataset === 'orders' ? 'status' : 'stage'}:${known.size === 0 ? ' {}' : ''}`,
      ...[...known].map(listed),
      ...[...others.values()].map((texts) => `    # ${unknown}: [${texts.map(scalar).join(', ')}]`),
    ];
  });
  return lines.length === 0 ? exampleValues : ['values:', ...lines];
}

/** Each word once, under the first use that was found. */
function wordsByUse(statuses: readonly { readonly value: string; readonly use: StatusUse }[]): Map<string, string[]> {
  const seen = new Set<string>();
  const uses = new Map<string, string[]>();
  for (const { value, use } of statuses) {
    const key = foldName(value);
    if (seen.has(key)) continue;
    seen.add(key);
    uses.set(useNames[use], [...(uses.get(useNames[use]) ?? []), value]);
  }
  return uses;
}

function peopleLines({ people, facts }: Found): string[] {
  const teams = new Map(people.map(({ rep, texts }) => [rep, texts.get('team') ?? '']));
  const names = new Set([...teams.keys(), ...repsOf(facts.orders), ...repsOf(facts.deals)]);
  const lines = [...names].slice(0, mostPeople).map((name) => {
    const team = teams.get(name) ?? '';
    return `  - { name: ${scalar(name)}${team === '' ? '' : `, team: ${scalar(team)}`} }`;
  });
  return lines.length === 0 ? examplePeople : ['people:', ...lines];
}

function repsOf(facts: Found['facts']['orders']): string[] {
  const column = facts?.columns.get('rep');
  if (column?.kind !== 'text') return [];
  return Array.from({ length: column.size - 1 }, (_, i) => column.text(i + 1));
}

const plainScalar = /^[\p{L}][\p{L}\p{N}_./()（）-]*(?: [\p{L}\p{N}_./()（）-]+)*$/u;

/** Text as a YAML value within brackets. */
function scalar(text: string): string {
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text);
  return plainScalar.test(text) && !isWord ? text : JSON.stringify(text);
}
