import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';
import {
  addChangingFlags,
  addFormatFlags,
  addLimitFlags,
  addMeaningFlags,
  addOutputFlags,
  addReadingFlags,
  addSplittingFlags,
  addSumsFlag,
} from '../flags/define.ts';
import type { BreakdownFlags, CheckFlags, ReviseFlags } from '../flags/raw-flags.ts';
import type { Course } from '../program.ts';
import type { World } from '../world.ts';

type HelpWords = Catalogue['help'];

export function addTargetsCommand(program: Command, world: World, course: Course, help: HelpWords): void {
  const targets = program.command('targets').description(help.commands.targets).helpCommand(false);
  addBreakdown(targets, world, course, help);
  addCheck(targets, world, course, help);
  addRevise(targets, world, course, help);
}

function addBreakdown(targets: Command, world: World, course: Course, help: HelpWords): void {
  const command = targets
    .command('breakdown')
    .description(help.commands.targetsBreakdown)
    .argument('[files...]', help.arguments.splitFiles)
    .action(async (files: string[], _: BreakdownFlags, self: Command) => {
      course.begins(files);
      const { breakdownCommand } = await import('../actions/targets-breakdown.ts');
      course.ends(await breakdownCommand(files, self.optsWithGlobals<BreakdownFlags>(), world));
    });
  addSplittingFlags(command, help);
  addReadingFlags(command, help);
  addMeaningFlags(command, help);
  addFormatFlags(command, help);
  addOutputFlags(command, help);
  addLimitFlags(command, help);
}

function addCheck(targets: Command, world: World, course: Course, help: HelpWords): void {
  const command = targets
    .command('check')
    .description(help.commands.targetsCheck)
    .argument('<files...>', help.arguments.checkFiles)
    .action(async (files: string[], _: CheckFlags, self: Command) => {
      course.begins(files);
      const { checkCommand } = await import('../actions/targets-check.ts');
      course.ends(await checkCommand(files, self.optsWithGlobals<CheckFlags>(), world));
    });
  command
    .option('-p, --period <id>', help.flags.checkPeriod)
    .option('--kpi <id>', help.flags.splitKpi)
    .option('--target-version <name>', help.flags.checkVersion);
  addReadingFlags(command, help);
  addMeaningFlags(command, help);
  addSumsFlag(command, help);
  addFormatFlags(command, help);
  addLimitFlags(command, help);
}

function addRevise(targets: Command, world: World, course: Course, help: HelpWords): void {
  const command = targets
    .command('revise')
    .description(help.commands.targetsRevise)
    .argument('<file>', help.arguments.reviseFile)
    .action(async (file: string, _: ReviseFlags, self: Command) => {
      course.begins([file]);
      const { reviseCommand } = await import('../actions/targets-revise.ts');
      course.ends(await reviseCommand(file, self.optsWithGlobals<ReviseFlags>(), world));
    });
  addChangingFlags(command, help);
  addReadingFlags(command, help);
  addMeaningFlags(command, help);
  addFormatFlags(command, help);
  addOutputFlags(command, help);
  addLimitFlags(command, help);
}
