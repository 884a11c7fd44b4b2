import { createRequire } from 'node:module';
import { afterEach, describe, expect, test } from 'vitest';
import { startPool, type WorkerPool } from '../../../../src/app/batch/worker-pool.ts';

const workerpool = createRequire(import.meta.url).resolve('workerpool');

/** A worker that does to itself what its file is called. */
const code = `
const { worker } = require(${JSON.stringify(workerpool)});
worker({
  evaluate: ({ files: [what] }) => {
    if (what === 'exit') process.exit(3);
    if (what === 'throw') throw new TypeError('x is not a function');
    if (what === 'late') return new Promise(() => setTimeout(() => { throw new TypeError('too late'); }));
    if (what === 'memory') { const all = []; for (;;) all.push(new Array(1000).fill(what + all.length)); }
    if (what === 'array') return Promise.reject(new RangeError('Array buffer allocation failed'));
    return { kind: 'stopped' };
  },
});
`;

let pool: WorkerPool | undefined;
afterEach(async () => {
  await pool?.close();
});

const evaluate = async (what: string) =>
  await pool?.evaluate({ files: [what], options: {}, stop: new SharedArrayBuffer(1) }, () => undefined);

describe('a thread that goes down', () => {
  test.each([
    ['exit', { code: 'batch/worker-died', params: { exit: '3' } }],
    ['memory', { code: 'batch/out-of-memory', params: {} }],
    ['late', { code: 'batch/bug', params: { reason: 'too late' } }],
    ['throw', { code: 'batch/bug', params: { reason: 'Error: x is not a function' } }],
  ])('by %s is a failure with its reason', async (what, failure) => {
    pool = startPool({ threads: 1, memoryMb: 24, code });
    expect(await evaluate(what)).toMatchObject({ kind: 'failed', failure });
  });

  test('takes no other job along, neither beside it nor after it', async () => {
    pool = startPool({ threads: 2, memoryMb: 24, code });
    const names = ['exit', 'fine', 'late', 'fine', 'memory', 'fine', 'exit', 'fine'];
    const replies = [];
    for (let at = 0; at < names.length; at += 2) {
      replies.push(...(await Promise.all(names.slice(at, at + 2).map(evaluate))));
    }
    expect(replies.map((reply) => reply?.kind)).toEqual(names.map((name) => (name === 'fine' ? 'stopped' : 'failed')));
  });
});
