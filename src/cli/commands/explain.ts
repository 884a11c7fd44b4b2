import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';
import type { CommonFlags } from '../flags/raw-flags.ts';
import type { Course } from '../program.ts';
import type { World } from '../world.ts';

export function addExplainCommand(program: Command, world: World, course: Course, help: Catalogue['help']): void {
  program
    .command('explain')
    .description(help.commands.explain)
    .argument('[topic]', help.arguments.topic)
    .option('--json', help.flags.json)
    .action(async (topic: string | undefined, _: CommonFlags, self: Command) => {
      const { explainCommand } = await import('../actions/explain.ts');
      course.ends(await explainCommand(topic, self.optsWithGlobals<CommonFlags & { json?: boolean }>(), world));
    });
}
