import type { Command } from 'commander';
import { completionScript, completions, shells } from '../completion/tab.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { choice, wrongValue } from '../flags/values.ts';
import type { World } from '../world.ts';

/** `completion bash`: the script that teaches a shell the commands; `program` is one without completion. */
export function completionCommand(shell: string, program: Command, world: World): ExitCode {
  const known = choice('completion', shell, shells);
  if (known === undefined) throw wrongValue('completion', shell, shells);
  world.out(completionScript(program, known));
  return exitCodes.ok;
}

/** `complete -- WORDS`: asked by those scripts at each press of the key. */
export async function completeCommand(words: readonly string[], program: Command, world: World): Promise<ExitCode> {
  world.out(await completions(program, words));
  return exitCodes.ok;
}
