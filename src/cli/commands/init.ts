import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { addOutputFlags } from '../flags/define.ts';
import type { InitFlags } from '../flags/raw-flags.ts';
import type { Course } from '../program.ts';
import type { World } from '../world.ts';

export function addInitCommand(program: Command, world: World, course: Course, help: Catalogue['help']): void {
  const command = program
    .command('init')
    .description(help.commands.init)
    .argument('[kind]', help.arguments.initKind)
    .action(async (kind: string | undefined, _: InitFlags, self: Command) => {
      const { initCommand } = await import('../actions/init.ts');
      course.ends(await initCommand(kind, self.optsWithGlobals<InitFlags>(), world));
    });
  command.option('--from <file>', help.flags.initFrom).option('-p, --period <year>', help.flags.initPeriod);
  addOutputFlags(command, help);
}
