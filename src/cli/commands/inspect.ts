import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { addFormatFlags, addLimitFlags, addReadingFlags } from '../flags/define.ts';
import type { InspectFlags } from '../flags/raw-flags.ts';
import type { Course } from '../program.ts';
import type { World } from '../world.ts';

export function addInspectCommand(program: Command, world: World, course: Course, help: Catalogue['help']): void {
  const command = program
    .command('inspect')
    .description(help.commands.inspect)
    .argument('<file>', help.arguments.file)
    .action(async (file: string, _: InspectFlags, self: Command) => {
      course.begins([file]);
      const { inspectCommand } = await import('../actions/inspect.ts');
      course.ends(await inspectCommand(file, self.optsWithGlobals<InspectFlags>(), world));
    });
  addReadingFlags(command, help);
  addFormatFlags(command, help);
  command.option('--rows <n>', help.flags.rows);
  addLimitFlags(command, help);
}
