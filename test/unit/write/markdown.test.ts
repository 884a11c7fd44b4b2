/** Markdown in which nothing of a file is markup. */
import { describe, expect, test } from 'vitest';
import type { Brief } from '../../../src/model/brief.ts';
import { markdownText } from '../../../src/write/markdown.ts';

const brief: Brief = { title: 'T', warning: null, facts: 'F', tables: [], sentences: [] };

function cellOf(text: string): string {
  const table = { title: 'x', columns: [{ heading: 'n', align: 'left' as const }], rows: [[text]] };
  return (
    markdownText({ ...brief, tables: [table] })
      .split('\n')
      .at(-2)
      ?.slice(2, -2)
      .trimEnd() ?? ''
  );
}

describe('text of a cell', () => {
  test.each([
    ['a|b', 'a\\|b'],
    ['line\nbreak\u2028and\ttab', 'line break and tab'],
    ['<script>x</script>', '\\<script\\>x\\</script\\>'],
    ['&lt;', '&amp;lt;'],
    ['[x](http://e.com)', '\\[x\\](http\\://e.com)'],
    ['https://e.com www.e.com', 'https\\://e.com www\\.e.com'],
    ['a@e.com', 'a\\@e.com'],
    ['`code` *b* _i_ ~s~', '\\`code\\` \\*b\\* \\_i\\_ \\~s\\~'],
    ['back\\slash|', 'back\\\\slash\\|'],
    ['\u001b[31mred', '\\[31mred'],
    ['- 5', '- 5'],
  ])('%j', (text, expected) => {
    expect(cellOf(text)).toBe(expected);
  });
});

test('a sentence does not become a heading or a list', () => {
  const lines = markdownText({
    ...brief,
    facts: '# one',
    sentences: ['- two', '1. three', '+ four', '2024 is a year'],
  });
  expect(lines.split('\n').filter((line) => line !== '')).toEqual([
    '# T',
    '\\# one',
    '\\- two',
    '1\\. three',
    '\\+ four',
    '2024 is a year',
  ]);
});

test('columns stand under each other, Chinese characters counting two', () => {
  const columns = [
    { heading: '人', align: 'left' as const },
    { heading: '实际', align: 'right' as const },
  ];
  expect(
    markdownText({
      ...brief,
      tables: [
        {
          title: '表',
          columns,
          rows: [
            ['欧阳明日', '1'],
            ['a', '12,000'],
          ],
        },
      ],
    }),
  ).toBe(`# T

F

## 表

| 人       |   实际 |
| -------- | -----: |
| 欧阳明日 |      1 |
| a        | 12,000 |
`);
});
