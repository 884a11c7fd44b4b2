import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examples } from '../../../src/i18n/examples.ts';
import { describeError, describeProblem, kpiWords, whyText, wordsOf } from '../../../src/i18n/index.ts';
import { knownKpis } from '../../../src/model/kpi-traits.ts';
import { problemCodes, severities } from '../../../src/problems/catalogue.ts';
import { UserError } from '../../../src/problems/user-error.ts';

const src = join(import.meta.dirname, '../../../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('i18n'))
  .map((path) => readFileSync(join(src, path), 'utf8'));

describe('errors', () => {
  const thrown = new Set(
    sources.flatMap((text) => [...text.matchAll(/new UserError\(\s*'([^']+)'/g)].map(([, code = '']) => code)),
  );

  test('every code that the source throws has words', () => {
    expect([...thrown].filter((code) => !Object.hasOwn(wordsOf('en').errors, code))).toEqual([]);
  });

  test.each(['en', 'zh-CN'] as const)('say something in %s, with and without parameters', (lang) => {
    for (const code of Object.keys(wordsOf(lang).errors)) {
      const { message, hint } = describeError(new UserError(code, { file: 'q1.xlsx', reason: 'a reason' }), lang);
      expect(message).not.toBe('');
      expect(`${message}${hint}`).not.toMatch(/undefined|null|\[object/);
    }
  });
});

describe('problems', () => {
  test('every code has an example', () => {
    expect(problemCodes.filter((code) => examples[code] === undefined)).toEqual([]);
  });

  test.each(['en', 'zh-CN'] as const)('every example reads well in %s', (lang) => {
    for (const code of problemCodes) {
      const { params = {}, value = null, heading = null } = examples[code] ?? {};
      const { title, message, remedy } = describeProblem(
        {
          code,
          severity: severities[code],
          place: { file: 'q1.xlsx', sheet: null, row: 2, column: 1 },
          related: [],
          heading,
          value,
          params: { ...params },
          treatment: 'none',
          affects: 'period',
        },
        lang,
      );
      expect(title).not.toBe('');
      expect(message).not.toBe('');
      expect(`${title}${message}${remedy}`).not.toMatch(/undefined|null\b(?! byte)|\[object|!|\bplease\b|\u2212/);
    }
  });
});

describe('KPIs', () => {
  test('growth is worded by its KPI', () => {
    expect(kpiWords('revenue-growth', 'en').title).toBe('Revenue growth');
    expect(kpiWords('revenue-growth', 'zh-CN').title).toBe('销售额增长率');
  });

  test('an unknown id stands for itself, whatever its name', () => {
    expect(kpiWords('__proto__', 'en').title).toBe('__proto__');
    expect(kpiWords('constructor', 'zh-CN').title).toBe('constructor');
  });

  test('each says what it is, how it is computed and where the definition comes from, alike in both languages', () => {
    for (const id of knownKpis) {
      const [english, chinese] = [kpiWords(id, 'en'), kpiWords(id, 'zh-CN')];
      for (const { title, meaning, formula, source } of [english, chinese])
        expect([title, meaning, formula, source], id).not.toContain('');
      expect(Object.keys(chinese).sort(), id).toEqual(Object.keys(english).sort());
      expect(chinese.title, id).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('a reason is told in the words of the KPI where it has its own', () => {
    expect(whyText('customer-retention', 'no-data', 'en')).toBe('no data of the preceding period');
    expect(whyText('win-rate', 'zero-denominator', 'zh-CN')).toBe('本期没有关闭的商机');
    expect(whyText('revenue', 'no-data', 'en')).toBe('no rows in the period');
  });

  test('average order value is 笔单价, revenue per customer 客均销售额', () => {
    expect(kpiWords('average-order-value', 'zh-CN').title).toBe('笔单价');
    expect(kpiWords('revenue-per-customer', 'zh-CN').title).toBe('客均销售额');
  });
});
