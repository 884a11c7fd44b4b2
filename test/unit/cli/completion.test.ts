import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { flagChoices, wordChoices } from '../../../src/cli/completion/choices.ts';
import { knownKpis } from '../../../src/model/kpi-traits.ts';
import { problemCodes } from '../../../src/problems/catalogue.ts';
import { runSession } from '../../support/run-session.ts';

const root = join(import.meta.dirname, '../../..');
const empty = mkdtempSync(join(tmpdir(), 'salesmetrics-completion-'));
afterAll(() => rmSync(empty, { recursive: true }));

/** Values offered for the last word; the directive last. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const { code, out } = await runSession(root, ['complete', '--', ...words]);
  expect(code).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '');
}

describe('what is offered', () => {
  test.each([
    [['ev'], ['evaluate', ':4']],
    [
      ['targets', ''],
      ['breakdown', 'check', 'revise', ':4'],
    ],
    [
      ['completion', ''],
      ['zsh', 'bash', 'fish', 'powershell', ':4'],
    ],
    [
      ['evaluate', '--lookb'],
      ['--lookback', ':4'],
    ],
    [
      ['evaluate', '--lan'],
      ['--lang', ':4'],
    ],
    [
      ['evaluate', '--kpi', 'revenue,ord'],
      ['revenue,orders', ':4'],
    ],
    [
      ['validate', '--format', 'c'],
      ['concise', ':4'],
    ],
    [
      ['evaluate', '--format', 'c'],
      ['csv', ':4'],
    ],
    [
      ['validate', '--ignore', 'cell/not-a-n'],
      ['cell/not-a-number', ':4'],
    ],
    [
      ['explain', 'customer-r'],
      ['customer-retention', ':4'],
    ],
    [
      ['evaluate', '--as', 'ord'],
      ['orders=', 'order-lines=', ':4'],
    ],
    [
      ['evaluate', 'examples/first-run/q1.xlsx', '--sheet', ''],
      ['Orders', 'Deals', 'Targets', 'People', 'Returns', ':4'],
    ],
    [['evaluate', 'nope.xlsx', '--sheet', ''], [':4']],
    [['evaluate', '--period', 'x'], [':4']],
  ])('%s', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });

  test.each([
    [['evaluate', '']],
    [['batch', 'exports/']],
    [['evaluate', '--targets', '']],
    [['validate', '-o', 'p']],
    [['targets', 'check', '']],
  ])('%s: files, by the shell', async (words) => {
    expect(await offered(...words)).toEqual([':0']);
  });

  test('every KPI and every code', async () => {
    expect(await offered('evaluate', '--kpi', '')).toEqual([...knownKpis, ':4']);
    expect(await offered('validate', '--select', '')).toEqual([...problemCodes, ':4']);
  });

  test('in the language asked for', async () => {
    const { out } = await runSession(root, ['complete', '--', '--lang', 'zh-CN', 'ev']);
    expect(out).toMatch(/^evaluate\t计算指标/);
  });
});

describe('the choices are those that the flags themselves allow', () => {
  test.each([
    ['evaluate', 'lang'],
    ['evaluate', 'color'],
    ['evaluate', 'format'],
    ['evaluate', 'grain'],
    ['evaluate', 'cohorts'],
    ['evaluate', 'tax'],
    ['evaluate', 'overlap'],
    ['evaluate', 'basis'],
    ['evaluate', 'date-order'],
    ['validate', 'format'],
    ['targets breakdown', 'method'],
    ['targets revise', 'method'],
  ])('%s --%s', async (command, flag) => {
    const more = command === 'targets revise' ? '--effective 2024-07-01 --reason x --by y'.split(' ') : [];
    const words = [...command.split(' '), 'a.csv', `--${flag}`, 'nonsense', ...more, '--lang', 'en'];
    const { err } = await runSession(empty, words);
    const allowed = /Allowed: (.*)/.exec(flag === 'lang' ? 'Allowed: auto, en, zh-CN' : err)?.[1]?.split(', ');
    expect(flagChoices(command, flag)?.values).toEqual(allowed);
  });

  test('init', async () => {
    const { err } = await runSession(empty, ['init', 'nonsense', '--lang', 'en']);
    expect(/Allowed: (.*)/.exec(err)?.[1]?.split(', ')).toEqual(wordChoices('init'));
  });
});

describe('scripts', () => {
  test.each([
    ['bash', 'complete -o default -F'],
    ['zsh', '#compdef salesmetrics'],
    ['fish', 'complete -c salesmetrics'],
    ['powershell', 'Register-ArgumentCompleter'],
  ])('%s', async (shell, line) => {
    const { code, out, err } = await runSession(empty, ['completion', shell]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(line);
    expect(out).toMatch(/salesmetrics complete --|'complete', '--'|salesmetrics complete '--'/);
    expect(out).not.toMatch(/^readonly /m);
  });
});
