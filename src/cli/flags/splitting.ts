/** Flags of `targets breakdown` → what is asked for. Names of KPIs and columns are judged where they are known. */
import { existsSync } from 'node:fs';
import type { BreakdownOptions } from '../../app/targets-breakdown.ts';
import { type Decimal, decimalFromText, signOf } from '../../lib/decimal.ts';
import { splitMethods } from '../../model/plan.ts';
import { UserError } from '../../problems/user-error.ts';
import type { BreakdownFlags } from './raw-flags.ts';
import { choice, commaList, decimalText, pair, periodValue, wholeNumber, wrongValue } from './values.ts';

type Asked = Pick<BreakdownOptions, 'request' | 'weightsFile'>;

/** Throws a UserError on a wrong value. */
export function splitting(flags: BreakdownFlags, fiscalYearStart?: number): Asked {
  const { dimensions, grain } = partsAndGrain(flags.to ?? 'rep,month');
  const isFile = flags.weights !== undefined && existsSync(flags.weights);
  return {
    weightsFile: isFile ? (flags.weights ?? null) : null,
    request: {
      kpi: flags.kpi ?? 'revenue',
      total: flags.total === undefined ? null : amount('--total', flags.total, '11500000'),
      period: periodValue(flags.period, fiscalYearStart) ?? null,
      dimensions,
      grain,
      fiscalYearStart,
      method: choice('--method', flags.method, splitMethods),
      base: periodValue(flags.base, fiscalYearStart),
      weightColumn: isFile ? null : weightColumn(flags.weights),
      buffers: buffersOf(flags.buffer ?? [], dimensions),
      step: flags.round === undefined ? null : stepOf(flags.round),
      ramp: wholeNumber('--ramp', flags.ramp, 0) ?? 0,
    },
  };
}

const grains = ['month', 'quarter', 'half', 'year'] as const;

/** The finest of the grains is split to; quarters above months are sums of theirs. */
function partsAndGrain(text: string): Pick<Asked['request'], 'dimensions' | 'grain'> {
  const names = commaList('--to', text, 'rep,month');
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new UserError('usage/repeated', { flag: '--to', value: twice });
  const isGrain = (name: string) => grains.some((grain) => grain === name.toLowerCase());
  return {
    dimensions: names.filter((name) => !isGrain(name)),
    grain: grains.find((grain) => names.some((name) => name.toLowerCase() === grain)) ?? null,
  };
}

function amount(flag: string, text: string, example: string): Decimal {
  const value = decimalFromText(decimalText(flag, text.trim(), example));
  if (signOf(value) < 0) throw wrongValue(flag, text, example);
  return value;
}

/** `--round`. */
export function stepOf(text: string): Decimal {
  const step = amount('--round', text, '1000, 100, 1, 0.01');
  if (signOf(step) === 0) throw wrongValue('--round', text, '1000, 100, 1, 0.01');
  return step;
}

/** What looks like a file but is not there is a mistake, not the name of a column. */
function weightColumn(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/[\\/]|\.(?:csv|tsv|txt|xlsx?|xlsm)$/i.test(text)) throw new UserError('file/not-found', { file: text });
  return text;
}

const bufferExample = '5%, rep=5%';

function buffersOf(texts: readonly string[], dimensions: readonly string[]): Asked['request']['buffers'] {
  const buffers = new Map<string, Decimal>();
  for (const text of texts) {
    const [name, value] = text.includes('=') ? pair('--buffer', text, bufferExample) : ['*', text];
    if (name !== '*' && !dimensions.includes(name)) throw wrongValue('--buffer', name, dimensions);
    const percent = amount('--buffer', value.replace(/\s*[%％]$/, ''), bufferExample);
    buffers.set(name, { units: percent.units, scale: percent.scale + 2 });
  }
  return buffers;
}
