/** Which config a run used, and what of it changes nothing yet. */
import { visible } from '../../lib/visible.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import type { Session } from '../session.ts';

const shortHash = 12;

type Config = NonNullable<Evaluation['config']>;

export function configText({ path, sha256, unused }: Config, { words, isVerbose }: Session): string {
  const hash = isVerbose ? sha256 : sha256.slice(0, shortHash);
  const used = `${visible(path, 200)}${words.brackets(`sha256 ${hash}`)}`;
  return unused.length === 0 ? used : `${used}${words.semicolon}${words.notUsedYet(unused)}`;
}

/** For commands without a block of what was read. */
export function tellConfig(
  settings: { readonly source: Omit<Config, 'unused'>; readonly unused: readonly string[] } | null,
  session: Session,
): void {
  if (settings === null || session.isQuiet) return;
  const { words, world } = session;
  world.err(`${words.configLabel}  ${configText({ ...settings.source, unused: settings.unused }, session)}\n`);
}
