/** What LibreOffice computes for every formula of a workbook, beside the results that stand in it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export interface Recalculated {
  readonly cell: string;
  readonly formula: string;
  readonly cached: unknown;
  readonly computed: unknown;
}

export function hasLibreOffice(): boolean {
  return spawnSync('soffice', ['--version']).status === 0;
}

/** Opens the workbook without its cached results, so that LibreOffice has to compute them, and saves it again. */
export async function recalculate(bytes: Uint8Array): Promise<Recalculated[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recalculate-'));
  try {
    writeFileSync(join(folder, 'in.xlsx'), withoutResults(bytes));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      [
        profile,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'in.xlsx'),
      ],
      { stdio: 'ignore' },
    );
    return await compared(bytes, readFileSync(join(folder, 'out/in.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    const xml = strFromU8(part)
      .replaceAll(/<\/f><v>[^<]*<\/v>/g, '</f>')
      .replaceAll(' t="str"', '');
    parts[name] = strToU8(xml);
  }
  return zipSync(parts);
}

async function compared(before: Uint8Array, after: Uint8Array): Promise<Recalculated[]> {
  const [made, saved] = await Promise.all([before, after].map(load));
  const found: Recalculated[] = [];
  for (const sheet of made?.worksheets ?? []) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (!cell.formula || (cell.isMerged && cell.master !== cell)) return;
        const computed = saved?.getWorksheet(sheet.name)?.getCell(cell.address).result;
        found.push({
          cell: `${sheet.name}!${cell.address}`,
          formula: cell.formula,
          cached: cell.result ?? '',
          computed: computed ?? '',
        });
      });
    });
  }
  return found;
}

async function load(bytes: Uint8Array) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}
