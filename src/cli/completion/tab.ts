/** @bomb.sh/tab, known here only: it is before its first version, prints by itself, and leaves files to nobody. */
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { sheetsAmong } from '../../app/sheet-names.ts';
import { flagChoices, namesFile, wordChoices } from './choices.ts';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

const tool = 'salesmetrics';

/** The script that a shell has to run, with what the library's lacks for bash. */
export function completionScript(program: Command, shell: (typeof shells)[number]): string {
  const script = printed(() => tab(program, { completionCommandName: 'completion' }).setup(tool, tool, shell));
  return shell === 'bash' ? bashScript(script) : script;
}

// The words around the cursor without the package bash-completion, which macOS and containers do not have.
const bashWords = `if ! declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref() {
        words=("\${COMP_WORDS[@]}")
        cword=$COMP_CWORD
        cur=\${COMP_WORDS[COMP_CWORD]}
        prev=\${COMP_WORDS[COMP_CWORD-1]}
    }
fi

`;

function bashScript(script: string): string {
  return (
    bashWords +
    script
      // A second run in one shell must not fail, and what nothing is known for is a file.
      .replaceAll(/^readonly /gm, '')
      .replace(/^complete -F /m, 'complete -o default -F ')
  );
}

/** Directives of the scripts: what follows may be a file, or may not. */
const directives = { files: 0, noFiles: 4 } as const;

type Root = ReturnType<typeof tab>;
type Known = Pick<Root, 'options' | 'arguments'>;

/** What is typed, as far as it says what may follow. */
interface Typed {
  readonly current: string;
  /** Sheets of the workbooks that are named; only where a sheet is asked for. */
  readonly sheets: readonly string[];
}

/** Lines `value TAB description` for the last of `words`, then the directive. Never throws for what is typed. */
export async function completions(program: Command, words: readonly string[]): Promise<string> {
  const root = tab(program, { completionCommandName: 'completion' });
  const typed = { current: words.at(-1) ?? '', sheets: isSheetFlag(words.at(-2)) ? await sheetsAmong(words) : [] };
  teachFlags('', root, typed);
  for (const [name, command] of root.commands) {
    for (const [flag, option] of root.options) if (!command.options.has(flag)) command.options.set(flag, option);
    teachFlags(name, command, typed);
    teachWords(name, command);
  }
  const printedLines = printed(() => root.parse([...words])).split('\n');
  const lines = printedLines.filter((line) => line !== '' && !/^:\d+$/.test(line));
  const isFile = lines.length === 0 && mayBeFile(words, [...root.commands.keys()]);
  return [...lines, `:${isFile ? directives.files : directives.noFiles}`, ''].join('\n');
}

function teachFlags(command: string, { options }: Known, { current, sheets }: Typed): void {
  for (const [flag, option] of options) {
    const choices = flag === 'sheet' ? { values: sheets } : flagChoices(command, flag);
    if (choices === undefined || option.isBoolean === true) continue;
    option.handler = (put) => {
      for (const value of choices.values) put(choices.isList === true ? inList(current, value) : value, '');
    };
  }
}

function teachWords(command: string, { arguments: places }: Known): void {
  const values = wordChoices(command);
  const [place] = places.values();
  if (values === undefined || place === undefined) return;
  place.handler = (put) => {
    for (const value of values) put(value, '');
  };
}

function isSheetFlag(word: string | undefined): boolean {
  return word === '--sheet' || word === '-s';
}

/** `revenue,or` goes on with `revenue,orders`. */
function inList(current: string, value: string): string {
  const before = current.slice(current.lastIndexOf('=') + 1);
  return before.slice(0, before.lastIndexOf(',') + 1) + value;
}

function mayBeFile(words: readonly string[], commands: readonly string[]): boolean {
  const [current = '', before = ''] = [words.at(-1), words.at(-2)];
  if (current.startsWith('-')) return false;
  const flag = before.startsWith('-') ? (shortFlags.get(before) ?? before.replace(/^--/, '')) : null;
  if (flag !== null && (namesFile(flag) || flag === 'as')) return true;
  const typed = words.find((word) => commands.includes(word));
  return typed !== undefined && wordChoices(typed) === undefined && typed !== 'completion' && !isChosen(flag);
}

const shortFlags: ReadonlyMap<string, string> = new Map([
  ['-o', 'out'],
  ['-p', 'period'],
  ['-f', 'format'],
  ['-s', 'sheet'],
  ['-j', 'jobs'],
]);

function isChosen(flag: string | null): boolean {
  return flag !== null && (flag === 'sheet' || flag === 'jobs' || flagChoices('', flag) !== undefined);
}

/** What the library would print. */
function printed(print: () => void): string {
  // biome-ignore lint/suspicious/noConsole: the library knows no other way out, and standard output is not ours here
  const original = console.log;
  const lines: string[] = [];
  console.log = (...texts: readonly unknown[]) => {
    lines.push(texts.join(' '));
  };
  try {
    print();
  } finally {
    console.log = original;
  }
  return `${lines.join('\n')}\n`;
}
