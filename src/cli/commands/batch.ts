import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';
import {
  addBatchFlags,
  addComputingFlags,
  addFormatFlags,
  addJudgingFlags,
  addLimitFlags,
  addMeaningFlags,
  addReadingFlags,
} from '../flags/define.ts';
import type { BatchFlags } from '../flags/raw-flags.ts';
import type { Course } from '../program.ts';
import type { World } from '../world.ts';

export function addBatchCommand(program: Command, world: World, course: Course, help: Catalogue['help']): void {
  const command = program
    .command('batch')
    .description(help.commands.batch)
    .argument('[inputs...]', help.arguments.batchInputs)
    .action(async (inputs: string[], _: BatchFlags, self: Command) => {
      course.begins(inputs);
      const { batchCommand } = await import('../actions/batch.ts');
      course.ends(await batchCommand(inputs, self.optsWithGlobals<BatchFlags>(), world));
    });
  addBatchFlags(command, help);
  addReadingFlags(command, help);
  addMeaningFlags(command, help);
  addComputingFlags(command, help);
  addJudgingFlags(command, help);
  addFormatFlags(command, help);
  addLimitFlags(command, help);
}
