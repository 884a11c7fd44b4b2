/** `init config`: writes a commented `salesmetrics.yaml`, from a file or empty. */
import { load } from './load.ts';
import type { LoadOptions } from './options.ts';
import type { WritingOptions } from './save-document.ts';

export interface InitConfigOptions extends WritingOptions, LoadOptions {
  /** A file whose columns, statuses and people are written down. */
  readonly from?: string;
}

const usualName = 'salesmetrics.yaml';

/** The path that was, or in a dry run would be, written. Throws UserErrors. */
export async function initConfig(options: InitConfigOptions): Promise<string> {
  const { from, out = usualName, lang, force, dryRun, read } = options;
  const found = from === undefined ? null : (await load([from], options)).data;
  const [{ configText }, { saveFile }] = await Promise.all([
    import('../report/config-text.ts'),
    import('../write/save.ts'),
  ]);
  if (dryRun === true) return out;
  await saveFile(out, Buffer.from(configText(found, lang)), {
    inputs: from === undefined ? [] : [from],
    force: force === true,
    ...(read?.signal ? { signal: read.signal } : {}),
  });
  return out;
}
