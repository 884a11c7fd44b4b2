import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';
import {
  addAgainstFlag,
  addComputingFlags,
  addEvaluationFormatFlags,
  addJudgingFlags,
  addLimitFlags,
  addMeaningFlags,
  addReadingFlags,
  addSumsFlag,
  addWritingFlags,
} from '../flags/define.ts';
import type { EvaluateFlags } from '../flags/raw-flags.ts';
import type { Course } from '../program.ts';
import type { World } from '../world.ts';

export function addEvaluateCommand(program: Command, world: World, course: Course, help: Catalogue['help']): void {
  const command = program
    .command('evaluate')
    .description(help.commands.evaluate)
    .argument('<files...>', help.arguments.files)
    .action(async (files: string[], _: EvaluateFlags, self: Command) => {
      course.begins(files);
      const { evaluateCommand } = await import('../actions/evaluate.ts');
      course.ends(await evaluateCommand(files, self.optsWithGlobals<EvaluateFlags>(), world));
    });
  addReadingFlags(command, help);
  addMeaningFlags(command, help);
  addSumsFlag(command, help);
  addComputingFlags(command, help);
  addAgainstFlag(command, help);
  addJudgingFlags(command, help);
  addEvaluationFormatFlags(command, help);
  addWritingFlags(command, help);
  addLimitFlags(command, help);
}
