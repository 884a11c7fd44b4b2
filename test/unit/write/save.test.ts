/** Files appear whole or not at all (reliability.md, P1 and P2). */

import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/problems/user-error.ts';
import { type FileSystem, nodeFileSystem, type OpenFile } from '../../../src/write/file-system.ts';
import { saveFile } from '../../../src/write/save.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const content = new TextEncoder().encode('{ "schema": "salesmetrics.evaluation/1", "new": true }');
const old = '{ "schema": "salesmetrics.evaluation/1" }';

async function codeOf(saving: Promise<void>): Promise<string> {
  try {
    await saving;
    return 'saved';
  } catch (error) {
    return error instanceof UserError ? error.code : `unexpected: ${String(error)}`;
  }
}

function save(
  name: string,
  { inputs = [], force = false }: { inputs?: string[]; force?: boolean } = {},
): Promise<string> {
  return codeOf(saveFile(at(name), content, { inputs: inputs.map(at), force }));
}

const text = (name: string) => readFileSync(at(name), 'utf8');
const leftovers = () => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

describe('writes', () => {
  test('a new file whole, readable, without leftovers', async () => {
    expect(await save('out.json')).toBe('saved');
    expect(text('out.json')).toBe(new TextDecoder().decode(content));
    expect(statSync(at('out.json')).mode & 0o777).toBe(0o644);
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  test('over its own file, keeping its mode', async () => {
    writeFileSync(at('out.json'), old);
    chmodSync(at('out.json'), 0o600);
    expect(await save('out.json')).toBe('saved');
    expect(statSync(at('out.json')).mode & 0o777).toBe(0o600);
  });

  test('an empty file', async () => {
    await saveFile(at('empty'), new Uint8Array(), { inputs: [], force: false });
    expect(statSync(at('empty')).size).toBe(0);
  });

  test('through a symbolic link: the link stays a link', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/out.json'), old);
    symlinkSync(at('real/out.json'), at('link.json'));
    expect(await save('link.json')).toBe('saved');
    expect(text('real/out.json')).toContain('new');
    expect(readdirSync(at('real'))).toEqual(['out.json']);
  });

  test('a name of 255 bytes', async () => {
    const name = `${'表'.repeat(82)}.xyz.json`;
    expect(await save(name)).toBe('saved');
    expect(leftovers()).toEqual([]);
  });

  test('and removes what a killed run left for this target, not for others', async () => {
    // No process has this id: pids end at 2^22.
    writeFileSync(at('.out.json.99999999.0123456789ab.tmp'), 'half');
    writeFileSync(at('.other.json.99999999.0123456789ab.tmp'), 'half');
    writeFileSync(at(`.out.json.${process.pid}.0123456789ab.tmp`), 'under way');
    expect(await save('out.json')).toBe('saved');
    expect(leftovers().sort()).toEqual(
      [`.other.json.99999999.0123456789ab.tmp`, `.out.json.${process.pid}.0123456789ab.tmp`].sort(),
    );
  });
});

describe('refuses', () => {
  test('an input: by path, through a link, as a hard link; also with force', async () => {
    writeFileSync(at('in.csv'), 'a\n1\n');
    symlinkSync(at('in.csv'), at('soft.csv'));
    linkSync(at('in.csv'), at('hard.csv'));
    for (const name of ['in.csv', './in.csv', 'soft.csv', 'hard.csv']) {
      expect(await save(name, { inputs: ['in.csv'], force: true }), name).toBe('output/is-input');
    }
    expect(await save('in.csv', { inputs: ['soft.csv'], force: true })).toBe('output/is-input');
    expect(text('in.csv')).toBe('a\n1\n');
  });

  test('a file that is not ours, unless forced', async () => {
    writeFileSync(at('theirs.xlsx'), 'their workbook');
    expect(await save('theirs.xlsx')).toBe('output/exists');
    expect(text('theirs.xlsx')).toBe('their workbook');
    expect(await save('theirs.xlsx', { force: true })).toBe('saved');
  });

  test('folders, devices, missing folders', async () => {
    expect(await codeOf(saveFile(folder, content, { inputs: [], force: true }))).toBe('output/is-folder');
    expect(await codeOf(saveFile('/dev/null', content, { inputs: [], force: true }))).toBe('output/failed');
    expect(await save('no/such/out.json')).toBe('output/no-folder');
    writeFileSync(at('file'), '');
    expect(await save('file/out.json')).toBe('output/no-folder');
  });

  test('a workbook that is open in Excel', async () => {
    writeFileSync(at('~$out.xlsx'), '');
    expect(await save('out.xlsx')).toBe('output/locked');
  });
});

/** A file system whose k-th call fails; short writes too, as on a disk that is filling up. */
function failingAt(k: number, code: string): { fileSystem: FileSystem; calls: () => number } {
  let calls = 0;
  const step = () => {
    calls += 1;
    if (calls === k) throw Object.assign(new Error(code), { code });
  };
  const counted =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      step();
      return call(...args);
    };
  const wrapped = (file: OpenFile): OpenFile => ({
    write: async (bytes, offset, length) => {
      step();
      return file.write(bytes, offset, Math.min(length, 20));
    },
    stat: counted(() => file.stat()),
    chmod: counted((mode) => file.chmod(mode)),
    sync: counted(() => file.sync()),
    close: async () => {
      await file.close();
      step();
    },
  });
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    open: counted(async (path, flags, mode) => wrapped(await nodeFileSystem.open(path, flags, mode))),
    readFile: counted(nodeFileSystem.readFile),
    readdir: counted(nodeFileSystem.readdir),
    rename: counted(nodeFileSystem.rename),
    realpath: counted(nodeFileSystem.realpath),
    stat: counted(nodeFileSystem.stat),
  };
  return { fileSystem, calls: () => calls };
}

describe('when a call fails', () => {
  test.each(['ENOSPC', 'EIO', 'EACCES'])(
    'whichever it is (%s): old content or new, never a part, no leftovers',
    async (code) => {
      for (let k = 1; ; k += 1) {
        writeFileSync(at('out.json'), old);
        const { fileSystem, calls } = failingAt(k, code);
        const result = await codeOf(saveFile(at('out.json'), content, { inputs: [], force: false, fileSystem }));
        expect(['saved', 'output/failed'], `call ${k}`).toContain(result);
        const now = text('out.json');
        expect(result === 'saved' ? now : [old, now].includes(now)).toBeTruthy();
        expect(now === old || now === new TextDecoder().decode(content), `call ${k}`).toBe(true);
        expect(leftovers(), `call ${k}`).toEqual([]);
        if (calls() < k) break;
      }
    },
  );

  test('a short write is continued, a write of nothing is an error', async () => {
    const nothing = failingAt(-1, '');
    const stuck: FileSystem = {
      ...nothing.fileSystem,
      open: async (path, flags, mode) => ({
        ...(await nothing.fileSystem.open(path, flags, mode)),
        write: async () => ({ bytesWritten: 0 }),
      }),
    };
    expect(
      await codeOf(saveFile(at('a.json'), content, { inputs: [], force: false, fileSystem: nothing.fileSystem })),
    ).toBe('saved');
    expect(text('a.json')).toBe(new TextDecoder().decode(content));
    expect(await codeOf(saveFile(at('b.json'), content, { inputs: [], force: false, fileSystem: stuck }))).toBe(
      'output/failed',
    );
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  test('a busy target is said to be open elsewhere', async () => {
    const busy: FileSystem = {
      ...nodeFileSystem,
      rename: async () => Promise.reject(Object.assign(new Error(), { code: 'EBUSY' })),
    };
    expect(await codeOf(saveFile(at('out.json'), content, { inputs: [], force: false, fileSystem: busy }))).toBe(
      'output/locked',
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a signal stops the save and takes the temporary file along', async () => {
  const controller = new AbortController();
  controller.abort(new Error('SIGINT'));
  await expect(
    saveFile(at('out.json'), content, { inputs: [], force: false, signal: controller.signal }),
  ).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test('two saves at once leave one whole file', async () => {
  const [a, b] = ['a', 'b'].map((letter) => new TextEncoder().encode(letter.repeat(200_000)));
  await Promise.allSettled(
    [a, b].map((bytes) => saveFile(at('out.json'), bytes ?? content, { inputs: [], force: true })),
  );
  expect(text('out.json')).toMatch(/^(a{200000}|b{200000})$/);
  expect(leftovers()).toEqual([]);
});

describe('workbooks that people fill in', () => {
  const template = readFileSync(join(import.meta.dirname, '../../../templates/targets.xlsx'));
  const saveTemplate = (force: boolean, bytes: Uint8Array = template) =>
    codeOf(saveFile(at('targets.xlsx'), bytes, { inputs: [], force }));

  test('are written again where nothing would change', async () => {
    writeFileSync(at('targets.xlsx'), template);
    expect(await saveTemplate(false)).toBe('saved');
  });

  test('are replaced only when asked to', async () => {
    writeFileSync(at('targets.xlsx'), template);
    expect(await saveTemplate(false, content)).toBe('output/kept');
    expect(Buffer.compare(readFileSync(at('targets.xlsx')), template)).toBe(0);
    expect(await saveTemplate(true, content)).toBe('saved');
  });
});

describe('workbooks of ours that another program saved since', () => {
  const mark = '<property name="salesmetrics.version"/>';
  const savedBy = (program: string) =>
    zipSync({
      'docProps/custom.xml': strToU8(mark),
      'docProps/app.xml': strToU8(`<Properties><Application>${program}</Application></Properties>`),
    });

  test.each(['Microsoft Excel', 'WPS Office', 'LibreOffice/24.2'])(
    'may hold notes: not replaced unasked (%s)',
    async (program) => {
      writeFileSync(at('Liu Wei.xlsx'), savedBy(program));
      expect(await save('Liu Wei.xlsx')).toBe('output/edited');
      expect(Buffer.compare(readFileSync(at('Liu Wei.xlsx')), savedBy(program))).toBe(0);
      expect(await save('Liu Wei.xlsx', { force: true })).toBe('saved');
    },
  );

  test('as we wrote them they are replaced', async () => {
    writeFileSync(at('Liu Wei.xlsx'), savedBy('salesmetrics'));
    expect(await save('Liu Wei.xlsx')).toBe('saved');
  });
});
