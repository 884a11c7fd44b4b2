/** What `targets breakdown` writes, `validate` finds nothing wrong with and `evaluate` reads to the same numbers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runSession } from './support/run-session.ts';
import { writeSessionInputs } from './support/session-inputs.ts';

const planShape = z.object({
  nodes: z.array(z.object({ by: z.record(z.string(), z.string()), values: z.record(z.string(), z.number()) })),
});
const kpis = z.array(z.object({ id: z.string(), target: z.number().nullable() }));
const evaluationShape = z.object({
  kpis,
  breakdown: z.array(z.object({ by: z.record(z.string(), z.string()), kpis })),
});

const severities = z.object({ problems: z.array(z.object({ severity: z.string() })) });

const months = ['2024-01', '2024-02', '2024-03'];

test.each([
  ['en', 'rep,month', 'q1.csv', 'people.csv'],
  ['en', 'region,rep,quarter', 'q1.csv', 'people.csv'],
  ['en', 'region,rep,month', 'q1.csv', 'people.csv'],
  ['en', 'region,month', 'q1.csv', 'people.csv'],
  ['zh-CN', 'rep,month', '订单.csv', '人员.csv'],
  ['zh-CN', 'region,rep,quarter,month', '订单.csv', '人员.csv'],
  ['zh-CN', 'region,rep,quarter', '订单.csv', '人员.csv'],
])('%s by %s', async (lang, to, orders, people) => {
  const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-targets-'));
  try {
    writeSessionInputs(folder);
    writePeople(folder);
    const run = (line: string) => runSession(folder, [...line.split(' '), '--lang', lang]);
    const made = await run(`targets breakdown ${orders} ${people} --total 41234567 --period 2024 --to ${to} --json`);
    expect(made.code, made.both).toBe(0);
    expect(made.written).toEqual(['targets.xlsx']);
    const validated = await run('validate targets.xlsx');
    expect(validated.code, validated.both).toBe(0);
    expect(validated.both).not.toMatch(/error\[|warning\[|错误\[|警告\[/);
    const { nodes } = planShape.parse(JSON.parse(made.out));
    const by = to.startsWith('region,rep') ? '--by region --by rep' : `--by ${to.slice(0, to.indexOf(','))}`;
    const judged = await run(
      `evaluate ${orders} ${people} --targets targets.xlsx --period 2024-Q1 ${by} --kpi revenue --no-report --json`,
    );
    const { kpis: whole, breakdown } = evaluationShape.parse(JSON.parse(judged.out));
    expect(judged.code, judged.both).toBe(0);
    expect(whole[0]?.target).toBe(firstQuarter(nodes[0]?.values));
    for (const node of nodes.slice(1)) {
      const [name = '', value = ''] = Object.entries(node.by).at(-1) ?? [];
      const entry = breakdown.find((one) => one.by[name] === value);
      expect([value, entry?.kpis[0]?.target]).toEqual([value, firstQuarter(node.values)]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ['en', 'q1.csv', 'people.csv', ['rep=5%']],
  ['en', 'q1.csv', 'people.csv', ['region=2.5%', 'rep=5%']],
  ['zh-CN', '订单.csv', '人员.csv', ['3%']],
])('in %s a workbook with a buffer says so itself', async (lang, orders, people, buffers) => {
  const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-targets-'));
  try {
    writeSessionInputs(folder);
    writePeople(folder);
    const run = (line: string) => runSession(folder, [...line.split(' '), '--lang', lang]);
    const flags = buffers.map((buffer) => `--buffer ${buffer}`).join(' ');
    const split = `${orders} ${people} --total 41234567 --period 2024 --to region,rep,month ${flags}`;
    expect((await run(`targets breakdown ${split}`)).code).toBe(0);
    const validated = await run('validate targets.xlsx --json');
    expect(validated.code, validated.both).toBe(0);
    expect(new Set(severities.parse(JSON.parse(validated.out)).problems.map(({ severity }) => severity))).toEqual(
      new Set(['warning', 'info']),
    );
    expect((await run('targets check targets.xlsx')).code).toBe(0);
    expect((await run('validate targets.xlsx --sums equal')).code).toBe(1);
    expect((await run('validate targets.xlsx --sums at-least')).code).toBe(0);
    for (const method of ['spread', 'run-rate', 'keep']) {
      const change = `--actuals ${orders} --effective 2024-04-01 --by Ann --reason cut --method ${method} -F -o new.xlsx`;
      expect((await run(`targets revise targets.xlsx ${change}`)).code).toBe(0);
      const again = await run('validate new.xlsx');
      expect(again.code, again.both).toBe(0);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ['en', 'targets.csv', 'q1.csv', 'targets'],
  ['zh-CN', '目标.csv', '订单.csv', '目标'],
])('a revision in %s counts from its day of effect, and keeps who and why', async (lang, targets, orders, name) => {
  const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-targets-'));
  try {
    writeSessionInputs(folder);
    const run = (...words: string[]) => runSession(folder, [...words, '--lang', lang]);
    const change = ['--actuals', orders, '--by', 'Ann', '--reason', 'late start'];
    const first = await run('targets', 'revise', targets, ...change, '--effective', '2024-02-01');
    expect([first.code, first.written], first.both).toEqual([0, [`${name}.rev2.xlsx`]]);
    const second = await run(
      'targets',
      'revise',
      `${name}.rev2.xlsx`,
      '--method',
      'keep',
      '--by',
      'Bob',
      '--reason',
      'agreed',
      '--effective',
      '2024-03-01',
      '--json',
    );
    expect([second.code, second.written], second.both).toEqual([0, [`${name}.rev3.xlsx`]]);
    const { versions } = z
      .object({ versions: z.array(z.object({ name: z.string(), by: z.string(), reason: z.string() })) })
      .parse(JSON.parse(second.out));
    expect(versions).toEqual([
      { name: '1', by: '', reason: '' },
      { name: '2', by: 'Ann', reason: 'late start' },
      { name: '3', by: 'Bob', reason: 'agreed' },
    ]);
    const validated = await run('validate', `${name}.rev3.xlsx`);
    expect(validated.code, validated.both).toBe(0);
    const targetIn = async (file: string, period: string) => {
      const { out } = await run(
        'evaluate',
        orders,
        '--targets',
        file,
        '--period',
        period,
        '--kpi',
        'revenue',
        '--no-report',
        '--json',
      );
      return evaluationShape.parse(JSON.parse(out)).kpis[0]?.target;
    };
    expect(await targetIn(`${name}.rev3.xlsx`, '2024-01')).toBe(await targetIn(targets, '2024-01'));
    expect(await targetIn(`${name}.rev3.xlsx`, '2024-Q1')).toBe(await targetIn(targets, '2024-Q1'));
    expect(await targetIn(`${name}.rev3.xlsx`, '2024-02')).toBe(await targetIn(`${name}.rev2.xlsx`, '2024-02'));
    expect(await targetIn(`${name}.rev2.xlsx`, '2024-02')).not.toBe(await targetIn(targets, '2024-02'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function firstQuarter(values: Readonly<Record<string, number>> = {}): number {
  return values['2024-Q1'] ?? months.reduce((total, month) => total + (values[month] ?? 0), 0);
}

function writePeople(folder: string): void {
  const places = ['East', 'East', 'South', 'East', 'South', 'North'];
  const regions = { East: '华东', South: '华南', North: '华北' } as const;
  const english = ['Wang Fang', 'Li Qiang', 'Chen Jing', 'Zhao Min', 'Ouyang Mingri', 'Liu Wei'];
  const chinese = ['王芳', '李强', '陈静', '赵敏', '欧阳明日', '刘伟'];
  const lines = (names: readonly string[], regionOf: (index: number) => string) =>
    names.map((name, i) => `${name},${regionOf(i)}\n`).join('');
  const regionAt = (i: number) => places[i] as keyof typeof regions;
  writeFileSync(join(folder, 'people.csv'), `Rep,Region\n${lines(english, regionAt)}`);
  writeFileSync(join(folder, '人员.csv'), `业务员,大区\n${lines(chinese, (i) => regions[regionAt(i)])}`);
}
