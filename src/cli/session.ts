/** What a command knows of the place it speaks to: language, width, colour, how much to say. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Catalogue } from '../i18n/catalogue.ts';
import { wordsOf } from '../i18n/index.ts';
import type { Lang } from '../i18n/shape.ts';
import type { OwnKpi } from '../model/own-kpi.ts';
import { UserError } from '../problems/user-error.ts';
import type { CommonFlags } from './flags/raw-flags.ts';
import { choice } from './flags/values.ts';
import { langOf } from './lang.ts';
import type { World } from './world.ts';

export interface Session {
  readonly world: World;
  readonly lang: Lang;
  readonly words: Catalogue['terminal'];
  /** For standard output and standard error. */
  readonly paint: ChalkInstance;
  readonly paintErr: ChalkInstance;
  /** Cells of a line; piped output keeps to it where it can, but is never cut. */
  readonly width: number;
  /** May names be cut to keep to the width? Only on a terminal. */
  readonly mayCut: boolean;
  readonly isAscii: boolean;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  /** KPIs of the config that is spoken of. */
  readonly ownKpis?: readonly OwnKpi[];
}

/** `configured`: the language of the config. Throws a UserError on a wrong `--lang` or `--color`, or on flags that exclude each other. */
export function sessionOf(flags: CommonFlags, world: World, configured?: string): Session {
  if (flags.ascii === true && flags.unicode === true) throw conflict('--ascii', '--unicode');
  if (flags.quiet === true && flags.verbose === true) throw conflict('--quiet', '--verbose');
  const lang = langOf(flags.lang, world, configured);
  const color = choice('--color', flags.color, ['auto', 'always', 'never']) ?? 'auto';
  return {
    world,
    lang,
    words: wordsOf(lang).terminal,
    paint: new Chalk({ level: hasColor(color, world, world.isOutTty) ? 1 : 0 }),
    paintErr: new Chalk({ level: hasColor(color, world, world.isErrTty) ? 1 : 0 }),
    width: widthOf(world),
    mayCut: world.isOutTty,
    // Block characters are one cell wide in Latin fonts and two in many Chinese ones.
    isAscii: flags.ascii === true || (flags.unicode !== true && lang === 'zh-CN'),
    isQuiet: flags.quiet === true,
    isVerbose: flags.verbose === true,
  };
}

function conflict(flag: string, other: string): UserError {
  return new UserError('usage/conflict', { flag, other });
}

/** `--color`, then NO_COLOR, then FORCE_COLOR, then a terminal that is not dumb. */
function hasColor(color: 'auto' | 'always' | 'never', { env }: World, isTty: boolean): boolean {
  if (color !== 'auto') return color === 'always';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTty && env['TERM'] !== 'dumb';
}

function widthOf({ columns, env }: World): number {
  if (columns !== undefined && columns > 0) return columns;
  const told = env['COLUMNS'];
  return told !== undefined && /^[1-9]\d{0,4}$/.test(told) ? Number(told) : 80;
}
