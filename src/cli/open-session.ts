/** A session with the config of its inputs: the config may say the language. */
import { type Settings, settingsFor } from '../app/settings.ts';
import type { CommonFlags, ReadingFlags } from './flags/raw-flags.ts';
import { type Session, sessionOf } from './session.ts';
import type { World } from './world.ts';

export interface Opened {
  readonly session: Session;
  /** Null without a config. */
  readonly settings: Settings | null;
}

/** Throws UserErrors: wrong flags, and a config that cannot be used. */
export async function openSession(
  files: readonly string[],
  flags: CommonFlags & ReadingFlags,
  world: World,
): Promise<Opened> {
  // Wrong flags are told before a wrong config.
  sessionOf(flags, world);
  const settings = await settingsFor(files, flags.config ?? nonEmpty(world.env['SALESMETRICS_CONFIG']));
  const session = sessionOf(flags, world, settings?.lang);
  return { session: { ...session, ownKpis: settings?.compute.ownKpis ?? [] }, settings };
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
