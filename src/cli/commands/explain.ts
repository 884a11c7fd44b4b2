import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';
import {
  addFormatFlags,
  addLimitFlags,
  addMeaningFlags,
  addReadingFlags,
  addSumsFlag,
  addTracingFlags,
} from '../flags/define.ts';
import type { ExplainFlags } from '../flags/raw-flags.ts';
import type { Course } from '../program.ts';
import type { World } from '../world.ts';

export function addExplainCommand(program: Command, world: World, course: Course, help: Catalogue['help']): void {
  const command = program
    .command('explain')
    .description(help.commands.explain)
    .argument('[topic...]', help.arguments.topic)
    .action(async ([topic, ...files]: readonly string[], _: ExplainFlags, self: Command) => {
      course.begins(files);
      const { explainCommand } = await import('../actions/explain.ts');
      course.ends(await explainCommand(topic, files, self.optsWithGlobals<ExplainFlags>(), world));
    });
  addReadingFlags(command, help);
  addMeaningFlags(command, help);
  addSumsFlag(command, help);
  addTracingFlags(command, help);
  addFormatFlags(command, help);
  addLimitFlags(command, help);
}
