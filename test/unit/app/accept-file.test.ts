import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAcceptList, writeAcceptList } from '../../../src/app/accept-file.ts';
import { evaluateFiles } from '../../../src/app/evaluate.ts';
import { validateFiles } from '../../../src/app/validate.ts';
import { toText } from '../../../src/lib/decimal.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'salesmetrics-accept-'));
const head = 'Order no.,Order date,Rep,Amount\n';

async function drafted(rows: string) {
  const at = folder();
  const [data, list] = [join(at, 'sales.csv'), join(at, 'accept.csv')];
  writeFileSync(data, head + rows);
  const validation = await validateFiles([data], { draftsAccept: true });
  await writeAcceptList(list, validation.drafts, [data], { lang: 'en', force: false });
  return { data, list, accept: await readAcceptList(list) };
}

test('a drafted file accepts just what is left out, and the figures stay the same', async () => {
  const { data, accept } = await drafted(
    'A1,2024-01-02,W,10\nA2,2024-01-02,W,6O0\nA3,2024-02-30,W,20\nA4,2024-01-31,W,5\n',
  );
  const before = await evaluateFiles([data], { out: null });
  const { evaluation } = await evaluateFiles([data], { out: null, accept });
  expect(before.evaluation).toMatchObject({ ok: false, draft: true });
  expect(evaluation).toMatchObject({ ok: true, draft: false, leftOut: { rows: 2, accepted: 2 } });
  expect(toText(evaluation.leftOut.acceptedAmount)).toBe('20');
  expect(evaluation.kpis.map(({ actual }) => actual)).toEqual(before.evaluation.kpis.map(({ actual }) => actual));
});

test('a line accepts one row: the same row once more is new', async () => {
  const { data, accept } = await drafted('A1,2024-01-02,W,10\nA2,2024-01-02,W,x\n');
  writeFileSync(data, `${readFileSync(data, 'utf8')}A2,2024-01-02,W,x\n`);
  const { evaluation } = await evaluateFiles([data], { out: null, accept });
  expect(evaluation).toMatchObject({ ok: false, leftOut: { rows: 2, accepted: 1 } });
});

test('a row with two bad cells needs both lines', async () => {
  const { data, accept } = await drafted('A1,2024-01-31,W,10\nA2,2024-02-30,W,x\n');
  const half = { ...accept, acceptances: accept.acceptances.slice(0, 1) };
  expect((await evaluateFiles([data], { out: null, accept })).evaluation.ok).toBe(true);
  const { evaluation } = await evaluateFiles([data], { out: null, accept: half });
  expect(evaluation).toMatchObject({ ok: false, leftOut: { accepted: 0 } });
});

test('without an id all that stands in the row tells it from others', async () => {
  const at = folder();
  const data = join(at, 'sales.csv');
  writeFileSync(data, 'Order date,Customer,Amount\n2024-01-02,c1,x\n2024-01-31,c2,5\n');
  const { drafts } = await validateFiles([data], { draftsAccept: true });
  expect(drafts.map(({ key }) => key)).toEqual(['2024-01-02 | c1 | x']);
});

test('what is written is what is read, whatever stands in the cells', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 }),
      async (values) => {
        const rows = values.map(
          (value, i) => `A${i},2024-01-02,W,"n${value.replaceAll('"', '""').replaceAll(/[\r\n\0]/g, ' ')}"\n`,
        );
        const { data, accept } = await drafted(`${rows.join('')}B,2024-01-31,W,1\n`);
        const { evaluation } = await evaluateFiles([data], { out: null, accept });
        expect(evaluation.leftOut.accepted).toBe(evaluation.leftOut.rows);
        expect(evaluation.problems.filter(({ code }) => code === 'accept/unused')).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});
