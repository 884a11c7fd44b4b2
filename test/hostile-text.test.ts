/** No text of an input becomes a formula, a link that runs, markup or a terminal code, whatever command shows it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSession, type Terminal } from './support/run-session.ts';
import { unpack } from './support/unpack.ts';
import { workbookBytes } from './support/zip.ts';

/** In no word, number or code of ours: where it stands, the input put it there. */
const mark = 'Zq7';
const payload = fc
  .tuple(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t=',
      '＝',
      '=HYPERLINK("http://',
      "=cmd|' /C calc'!",
      'javascript:',
      'https://',
      '<script>',
      '"><img src=x onerror=',
      ']]>',
      '&lt;',
      '\u001b[31m',
      '\u001b]8;;http://x\u0007',
      '\u009b2J',
      '\u202e',
      '\u200b',
      '\r',
      '::error::',
      '%0A::error::',
      '__proto__',
      'constructor',
      '_x001B_',
      "'",
      '|',
      '`',
    ),
    fc.constantFrom('', '1', ')', '"', '\u0000', '\u007f', '\ud800', '{{x}}'),
  )
  .map(([before, after]) => `${before}${mark}${after}`);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-text-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Orders with the texts as values, as a heading, and in cells that are wrong, so that messages show them. */
function csvWith(texts: readonly string[]): string {
  const [a = '', b = '', c = ''] = texts.map(quoted);
  const head = `Order ID,Order Date,Rep,Customer,Region,Status,Amount,${c}`;
  const rows = [
    `1,2024-01-05,${a},${b},${c},${a},-78.50,${b}`,
    `2,2024-01-31,${b},${c},${a},paid,100,${a}`,
    `3,${a},${c},${a},${b},paid,5,${c}`,
    `${a},2024-01-08,${c},${a},${b},paid,${b},${c}`,
  ];
  return `${head}\n${rows.join('\n')}\n`;
}

// What XML itself cannot hold is written as Excel writes it.
const forXml = (text: string): string =>
  [...text]
    .map((sign) =>
      /[\p{Cc}\p{Cs}<>&"]/u.test(sign) ? `_x${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_` : sign,
    )
    .join('');

// Built from text: the linter takes a control character in a pattern for a slip.
const colour = new RegExp(`${String.fromCodePoint(0x1b)}\\[(?:\\d{1,3}(?:;\\d{1,3})*)?m`, 'g');
const inRun = { numRuns: 12 };

async function run(args: readonly string[], terminal: Terminal = {}) {
  const result = await runSession(folder, args, terminal);
  expect([0, 1], `${args.join(' ')}: ${result.err}`).toContain(result.code);
  return result;
}

test('on a terminal: no code, no mark that turns or hides text; the same in colour but for our own colours', async () => {
  const commands = [
    ['evaluate', '--no-report', '-v'],
    ['validate', '-v'],
    ['inspect', '-v'],
    ['validate', '-f', 'github'],
  ];
  await fc.assert(
    fc.asyncProperty(fc.tuple(payload, payload, payload), fc.constantFrom('en', 'zh-CN'), async (texts, lang) => {
      writeFileSync(join(folder, 'orders.csv'), csvWith(texts));
      for (const [command = '', ...flags] of commands) {
        const args = [command, 'orders.csv', ...flags, '--lang', lang];
        const plain = await run(args);
        expect(plain.out + plain.err).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
        const coloured = await run(args, { isTty: true, columns: 100 });
        const shown = (coloured.out + coloured.err).replaceAll(colour, '');
        expect(shown).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
        if (flags.includes('github')) expect(plain.out).not.toMatch(/^(?!::(?:error|warning|notice) )::/m);
      }
    }),
    inRun,
  );
});

test('in JSON: texts as they are, no property of an object, no raw control character', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(payload, payload, payload), async (texts) => {
      writeFileSync(join(folder, 'orders.csv'), csvWith(texts));
      for (const args of [
        ['evaluate', 'orders.csv', '--no-report', '--json'],
        ['validate', 'orders.csv', '--json'],
      ]) {
        const { out } = await run(args);
        const parsed: unknown = JSON.parse(out);
        expect(parsed).toBeTypeOf('object');
        expect(out).not.toMatch(/[^\P{Cc}\n]/u);
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    inRun,
  );
});

test('in workbooks: no formula, no link out, numbers stay numbers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(payload, payload, payload), async (texts) => {
      writeFileSync(join(folder, 'orders.csv'), csvWith(texts));
      await run(['evaluate', 'orders.csv', '-o', 'out.xlsx', '-F']);
      await run(['validate', 'orders.csv', '-o', 'problems.xlsx', '-F']);
      for (const name of ['out.xlsx', 'problems.xlsx']) expectDead(unpack(readFileSync(join(folder, name))));
      expect([...unpack(readFileSync(join(folder, 'out.xlsx'))).values()].join('\n')).toMatch(/<v>-78\.5<\/v>/);
    }),
    inRun,
  );
});

test('in an annotated copy', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(payload, payload), async ([a, b]) => {
      const cell = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${forXml(text)}</t></is></c>`;
      const rows = [
        ['Order ID', 'Order Date', 'Rep', 'Amount', a],
        ['1', '2024-01-05', b, '10', a],
        ['2', a, b, b, a],
      ];
      const xml = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('');
      writeFileSync(join(folder, 'orders.xlsx'), workbookBytes({ sheets: [{ name: 'Orders', rows: xml }] }));
      await run(['validate', 'orders.xlsx', '--annotate', 'copy.xlsx', '-F']);
      expectDead(unpack(readFileSync(join(folder, 'copy.xlsx'))));
    }),
    inRun,
  );
});

/** No formula, link or defined name says the mark but as a quoted sheet, and each part is XML without control characters. */
function expectDead(parts: ReadonlyMap<string, string>): void {
  for (const [name, xml] of parts) {
    const live = xml.match(/<f[ >][^<]*<\/f>|<definedName[^<]*<\/definedName>|<hyperlink [^>]*>|Target="[^"]*"/g) ?? [];
    const beyondSheets = live.map((text) =>
      text.replaceAll(/(?:'|&apos;)(?:(?!'|&apos;).|''|&apos;&apos;)*(?:'|&apos;)!/g, ''),
    );
    expect(
      beyondSheets.filter((text) => text.includes(mark)),
      name,
    ).toEqual([]);
    expect(xml, name).not.toMatch(/<(?:script|img)|(?![\t\n\r])\p{Cc}(?<![\u007f-\u009f])/u);
  }
}
