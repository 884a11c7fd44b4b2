/** The page as a file: every text escaped, nothing fetched, nothing run, the same bytes each time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../../../src/model/evaluation.ts';
import { isOwnPage } from '../../../../src/model/own-page.ts';
import { evaluationPage } from '../../../../src/report/page.ts';
import { escaped } from '../../../../src/write/html/escape.ts';
import { writePage } from '../../../../src/write/html/page.ts';
import { isOurs } from '../../../../src/write/xlsx/own-files.ts';
import { exampleEvaluation } from '../../../support/evaluation.ts';
import { unbalancedTag } from '../../../support/well-formed.ts';

function html(evaluation: Evaluation): string {
  return new TextDecoder().decode(writePage(evaluationPage(evaluation)));
}

/** The example with one of its names replaced, wherever a file could bring it in. */
function named(name: string): Evaluation {
  const evaluation = exampleEvaluation();
  const by = (of: Readonly<Record<string, string>>) => (of['rep'] === 'Liu Wei' ? { rep: name } : of);
  return {
    ...evaluation,
    breakdown: evaluation.breakdown.map((entry) => ({ ...entry, by: by(entry.by) })),
    gap: evaluation.gap && {
      ...evaluation.gap,
      parts: evaluation.gap.parts.map((part) => ({ ...part, by: by(part.by) })),
    },
    inputs: evaluation.inputs.map((input) => ({ ...input, path: `${name}.xlsx` })),
    problems: evaluation.problems.map((found) => ({ ...found, value: name, place: { ...found.place, sheet: name } })),
    options: { period: name },
  };
}

/** Without the document type, which is no element. */
function asXml(page: string): string {
  return page.replace('<!doctype html>\n', '');
}

const evil = '<script>alert(1)</script>';

describe('texts of the input', () => {
  test.each([
    evil,
    '"><img src=x onerror=alert(1)>',
    "' onload='x()",
    '</style></svg></title><script>x()</script>',
    '<!-- & ]]> &amp; &#60;script&#62;',
    '{a|rich} {b} {c}',
    'javascript:alert(1)',
  ])('%s stays text', (name) => {
    const page = html(named(name));
    expect(unbalancedTag(asXml(page))).toBeNull();
    expect(page.includes(`${escaped(name)}: 55.0% of target`)).toBe(true);
    expect(page.match(/<(?:script|img|iframe|object|embed|link|base|form|a)\b/i)).toBeNull();
    const attributes = page.replaceAll(/>[^<]*</g, '><').replaceAll(/"[^"]*"/g, '');
    expect(attributes.match(/\son\w+=/i)).toBeNull();
  });

  test.each([
    ['\u202eevil', '\\u202eevil'],
    ['a\u0000b\u0007', 'a\\u0000b\\u0007'],
    ['zero\u200bwidth', 'zero\\u200bwidth'],
    ['two\nlines', 'two\\nlines'],
    ['half \ud83d', 'half \\ud83d'],
    ['\uffffnot', 'not'],
  ])('what hides or reorders is spelled out: %o', (name, shown) => {
    const page = html(named(name));
    expect(page.includes(`${shown}: 55.0% of target`)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
    expect(page.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\ufffe\uffff]/)).toBeNull();
  });

  test('a name in Arabic or Chinese is as it is', () => {
    for (const name of ['أحمد', '欧阳明日', 'Ærøskøbing'])
      expect(html(named(name)).includes(`>${name}: 55.0%`)).toBe(true);
  });

  test('any text comes back out of its escape', () => {
    const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const out = escaped(text);
        expect(out).not.toMatch(/[<>"']/);
        expect(out.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? '?')).toBe(text);
      }),
    );
  });
});

describe('self-contained', () => {
  const page = html(exampleEvaluation());

  test('it names no address and asks for nothing', () => {
    expect(page.match(/https?:|\/\/|url\(|@import|\ssrc=|\shref=/)).toBeNull();
    expect(page.match(/content="default-src 'none'; style-src 'unsafe-inline';/)).not.toBeNull();
  });

  test('it is well-formed, in the language that it says', () => {
    expect(unbalancedTag(asXml(page))).toBeNull();
    expect(page.match(/^<!doctype html>\n<html lang="en">/)).not.toBeNull();
    expect(html(exampleEvaluation('zh-CN')).match(/^<!doctype html>\n<html lang="zh-CN">/)).not.toBeNull();
  });

  test('each picture says what it shows, and a table has the same', () => {
    const pictures = [...page.matchAll(/<svg [^>]*role="img" aria-label="([^"]+)"/g)];
    expect(pictures).toHaveLength(6);
    expect(page.match(/<details class="numbers">/g)).toHaveLength(3);
    expect(pictures[0]?.[1]).toContain('Liu Wei 55.0% below');
  });

  test('a draft is one in its title, its head and on each printed page', () => {
    expect(page.match(/DRAFT/g)).toHaveLength(3);
    expect(html(exampleEvaluation('en', { draft: false, ok: true })).includes('DRAFT')).toBe(false);
  });
});

describe('the same bytes', () => {
  test('however often and in whatever order charts are drawn', () => {
    const first = html(exampleEvaluation());
    html(exampleEvaluation('zh-CN', { trend: [] }));
    expect(html(exampleEvaluation()) === first).toBe(true);
  });

  test('no counter of the drawing library is left', () => {
    expect(html(exampleEvaluation()).match(/zr\d|ecmeta|\sid=/)).toBeNull();
  });
});

test('a page of ours is known again, one of others is not', () => {
  const bytes = writePage(evaluationPage(exampleEvaluation()));
  expect(isOurs(bytes)).toBe(true);
  for (const other of [
    '<!doctype html>\n<html lang="en">',
    '<html><meta name="generator" content="salesmetrics 1" /></html>',
  ]) {
    expect(isOwnPage(other)).toBe(false);
  }
});
