/** Words for what is wrong in a file that a user writes for us, by code, English; `hint` stands under the mark. */
import type { ReadParam } from '../shape.ts';

const near = (p: ReadParam) => (p('near') === '' ? '' : `did you mean "${p('near')}"?`);
/** A few of a long list. */
const first = (names: string) => (names.length > 80 ? `${names.slice(0, names.lastIndexOf(', ', 80))}…` : names);
const nearOrAllowed = (p: ReadParam) => {
  const allowed = first(p('allowed') || p('known'));
  return near(p) || (allowed === '' ? '' : `allowed: ${allowed}`);
};

/** What a value must be: names of zod, and our own. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  text: 'text, in quotes where it looks like something else',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
  headings: 'a list of headings, or ~ for none',
  'file-or-days': 'the name of a file, or a list of dates',
  'file-or-rates': 'the name of a file, or { policy, file, table }',
  'text-or-list': 'text, or a list of it',
  'file-or-files': 'the name of a file, or a list of them',
  'money-unit': 'auto, 1, 千, 万, 百万, 千万, 亿, k or m',
  'rows-or-percent': 'a number of rows, or a percentage in quotes: "0.5%"',
  where: 'a value, a list of values, or { gte, gt, lte, lt }',
  title: 'text, or { en, zh-CN }',
};

export const configErrors = {
  'config/not-yaml': {
    message: (p: ReadParam) => `not valid YAML: ${p('reason')}`,
    hint: () => 'check indent, colons and quotes',
  },
  'config/unknown-key': { message: (p: ReadParam) => `unknown key "${p('key')}"`, hint: nearOrAllowed },
  'config/missing-key': { message: (p: ReadParam) => `the key "${p('key')}" is missing`, hint: () => '' },
  'config/long-number': { message: () => 'a number of so many digits', hint: () => 'put it in quotes' },
  'config/wrong-value': { message: (p: ReadParam) => `"${p('key')}": ${p('reason')}`, hint: () => '' },
  'config/wrong-type': {
    message: (p: ReadParam) => `"${p('key')}" must be ${kinds[p('wanted')] ?? p('wanted')}`,
    hint: () => '',
  },
  'config/not-allowed': {
    message: (p: ReadParam) => `"${p('key')}" cannot be "${p('value')}"`,
    hint: nearOrAllowed,
  },
  'config/too-small': {
    message: (p: ReadParam) =>
      p('what') === 'number' || p('what') === 'int' ? `"${p('key')}" is below ${p('least')}` : `"${p('key')}" is empty`,
    hint: () => '',
  },
  'config/too-big': {
    message: (p: ReadParam) =>
      p('what') === 'number' || p('what') === 'int'
        ? `"${p('key')}" is above ${p('most')}`
        : `"${p('key')}" is longer than ${p('most')}`,
    hint: () => '',
  },
  'config/not-a-day': {
    message: (p: ReadParam) => `no such date: "${p('value')}"`,
    hint: () => 'a day is written 2024-01-31',
  },
  'config/not-a-currency': {
    message: (p: ReadParam) => `"${p('value')}" is no currency`,
    hint: () => 'three letters: CNY, USD, EUR',
  },
  'config/extends-itself': {
    message: (p: ReadParam) => `${p('file')} is extended twice`,
    hint: () => 'each file may be extended once',
  },
  'config/word-twice': {
    message: (p: ReadParam) => `"${p('word')}" means two things`,
    hint: (p: ReadParam) => `it stands under "${p('other')}" too`,
  },
  'config/name-twice': {
    message: (p: ReadParam) => `"${p('name')}" names two people`,
    hint: (p: ReadParam) => `it stands at "${p('other')}" too`,
  },
  'config/ends-before-start': {
    message: (p: ReadParam) => `"to" (${p('to')}) is before "from" (${p('from')})`,
    hint: () => '',
  },
  'config/near-above-met': {
    message: (p: ReadParam) => `near (${p('near')}) is above met (${p('met')})`,
    hint: () => '',
  },
  'config/unknown-kpi': {
    message: (p: ReadParam) => `there is no KPI "${p('name')}"`,
    hint: (p: ReadParam) => near(p) || 'list them: salesmetrics explain kpis',
  },
  'config/built-in-kpi': {
    message: (p: ReadParam) => `"${p('id')}" is built in: its ${p('key')} is fixed`,
    hint: () => 'only target and weight can be set',
  },
  'config/kpi-taken': {
    message: (p: ReadParam) => `"${p('id')}" is built in`,
    hint: () => 'give your own KPI another name',
  },
  'config/kpi-id': {
    message: (p: ReadParam) => `"${p('id')}" cannot name a KPI`,
    hint: () => 'letters, digits and hyphens; its title may be Chinese',
  },
  'config/two-kinds': {
    message: (p: ReadParam) => `"${p('id')}" is defined twice: ${p('kinds')}`,
    hint: () => 'one of simple, ratio, derived, cumulative',
  },
  'config/expression-unreadable': { message: () => 'the expression cannot be read', hint: (p: ReadParam) => p('what') },
  'config/expression-part': {
    message: (p: ReadParam) => `"${p('what')}" cannot stand in an expression`,
    hint: () => 'KPI names, numbers, + - * / and parentheses only',
  },
  'config/expression-too-long': {
    message: (p: ReadParam) => `the expression has more than ${p('what')} characters`,
    hint: () => 'split it into several KPIs',
  },
  'config/expression-too-deep': {
    message: (p: ReadParam) => `the expression is nested deeper than ${p('what')}`,
    hint: () => 'split it into several KPIs',
  },
  'config/unknown-field': {
    message: (p: ReadParam) => `there is no field "${p('name')}"`,
    hint: (p: ReadParam) => near(p) || 'name it with its dataset: deals.amount',
  },
  'config/one-aggregate': {
    message: () => 'one aggregate is wanted',
    hint: (p: ReadParam) => `one of ${p('allowed')}`,
  },
  'config/not-a-sum': {
    message: (p: ReadParam) => `"${p('name')}" cannot be added up over time`,
    hint: () => 'only sums and counts can be cumulative',
  },
  'config/kpi-cycle': {
    message: (p: ReadParam) => `"${p('id')}" stands on itself`,
    hint: (p: ReadParam) => `lines: ${p('cycle')}`,
  },
};
