import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';
import {
  addChoosingFlags,
  addLimitFlags,
  addMeaningFlags,
  addReadingFlags,
  addSumsFlag,
  addValidationOutputFlags,
} from '../flags/define.ts';
import type { ValidateFlags } from '../flags/raw-flags.ts';
import type { Course } from '../program.ts';
import type { World } from '../world.ts';

export function addValidateCommand(program: Command, world: World, course: Course, help: Catalogue['help']): void {
  const command = program
    .command('validate')
    .description(help.commands.validate)
    .argument('<files...>', help.arguments.files)
    .action(async (files: string[], _: ValidateFlags, self: Command) => {
      course.begins(files);
      const { validateCommand } = await import('../actions/validate.ts');
      course.ends(await validateCommand(files, self.optsWithGlobals<ValidateFlags>(), world));
    });
  addReadingFlags(command, help);
  addMeaningFlags(command, help);
  addSumsFlag(command, help);
  addChoosingFlags(command, help);
  addValidationOutputFlags(command, help);
  addLimitFlags(command, help);
}
