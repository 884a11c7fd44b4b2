import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSource, type Source } from '../../../src/read/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'source-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function chunksOf(source: Source, options: { start?: number; chunkSize?: number }): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of source.chunks(options)) chunks.push(Buffer.from(chunk));
  return chunks;
}

const content = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251));
const sha256 = createHash('sha256').update(content).digest('hex');

describe('a file', () => {
  test.each([1, 7, 4096, 5000, 1 << 20])('comes whole in chunks of %i', async (chunkSize) => {
    const source = await openSource(fileOf('whole.bin', content));
    const chunks = await chunksOf(source, { chunkSize });
    expect(Buffer.concat(chunks)).toEqual(content);
    expect(await source.sha256()).toBe(sha256);
    expect(Buffer.concat(await chunksOf(source, { start: 4990, chunkSize }))).toEqual(content.subarray(4990));
    await source.close();
  });

  test('by range and whole, with the fingerprint of any way', async () => {
    const source = await openSource(fileOf('range.bin', content));
    expect(source.size).toBe(5000);
    expect(await source.range(10, 5)).toEqual(content.subarray(10, 15));
    expect(await source.range(4998, 100)).toEqual(content.subarray(4998));
    expect(await source.range(9000, 5)).toHaveLength(0);
    expect(await source.sha256()).toBe(sha256);
    expect(await source.whole()).toEqual(content);
    await source.close();
  });

  test('is told to have changed when it grew meanwhile', async () => {
    const path = fileOf('grows.csv', 'a\n');
    const source = await openSource(path);
    appendFileSync(path, 'b\n');
    await expect(source.close()).rejects.toMatchObject({ code: 'file/changed', params: { file: path } });
  });

  test('is read no further once the signal is aborted', async () => {
    const controller = new AbortController();
    const source = await openSource(fileOf('abort.bin', content), { signal: controller.signal });
    const read = (async () => {
      for await (const _chunk of source.chunks({ chunkSize: 100 })) controller.abort(new Error('stopped'));
    })();
    await expect(read).rejects.toThrow('stopped');
    await source.close();
  });

  test('lets waiting events run between chunks', async () => {
    const source = await openSource(fileOf('turns.bin', content));
    let turns = 0;
    const count = (): void => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    await chunksOf(source, { chunkSize: 500 });
    clearImmediate(timer);
    expect(turns).toBeGreaterThanOrEqual(9);
    await source.close();
  });
});

describe('is refused by name:', () => {
  test('a file that is not there, with names that are near', async () => {
    fileOf('orders-2024.csv', 'a');
    const path = join(folder, 'order-2024.csv');
    await expect(openSource(path)).rejects.toMatchObject({
      code: 'file/not-found',
      params: { file: path, near: ['orders-2024.csv'] },
    });
    await expect(openSource(join(folder, 'no', 'such.csv'))).rejects.toMatchObject({ params: { near: [] } });
  });

  test('a folder, also behind a link', async () => {
    mkdirSync(join(folder, 'sub'));
    symlinkSync(join(folder, 'sub'), join(folder, 'link'));
    await expect(openSource(join(folder, 'sub'))).rejects.toMatchObject({ code: 'file/is-folder' });
    await expect(openSource(join(folder, 'link'))).rejects.toMatchObject({ code: 'file/is-folder' });
  });

  test('a FIFO and a device, without waiting for them', async () => {
    const path = join(folder, 'fifo.csv');
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]);
    await expect(openSource(path)).rejects.toMatchObject({ code: 'file/not-a-file', params: { file: path } });
    await expect(openSource('/dev/null')).rejects.toMatchObject({ code: 'file/not-a-file' });
  });

  test('an empty file', async () => {
    await expect(openSource(fileOf('empty.csv', ''))).rejects.toMatchObject({ code: 'file/empty' });
  });

  test('one that is too large', async () => {
    const limits = { maxInput: 4999 };
    await expect(openSource(fileOf('large.csv', content), { limits })).rejects.toMatchObject({
      code: 'limit/input',
      params: { limit: 4999, found: 5000, flag: '--max-input' },
    });
  });
});
