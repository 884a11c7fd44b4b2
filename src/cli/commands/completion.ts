import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';
import type { Course } from '../program.ts';
import type { World } from '../world.ts';

/** `bare` makes a program with all other commands: the library adds its own pair to the one it is given. */
export function addCompletionCommands(
  program: Command,
  world: World,
  course: Course,
  help: Catalogue['help'],
  bare: () => Command,
): void {
  program
    .command('completion')
    .description(help.commands.completion)
    .argument('<shell>', help.arguments.shell)
    .action(async (shell: string) => {
      const { completionCommand } = await import('../actions/completion.ts');
      course.ends(completionCommand(shell, bare(), world));
    });
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .action(async (words: string[]) => {
      const { completeCommand } = await import('../actions/completion.ts');
      course.ends(await completeCommand(words, bare(), world));
    });
}
