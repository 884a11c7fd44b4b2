/** A flag whose value may be left out must not take the file after it for one: `evaluate --cohorts q1.xlsx`. */
const withDefaults: ReadonlyMap<string, string> = new Map([['--cohorts', 'month']]);

/** The same arguments with the value that is meant where what follows such a flag can only be a file. */
export function spelledOut(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    const value = withDefaults.get(arg);
    return value !== undefined && isFile(args[index + 1]) ? `${arg}=${value}` : arg;
  });
}

function isFile(text: string | undefined): boolean {
  return text !== undefined && (text === '-' || (/[./\\]/.test(text) && !text.startsWith('--')));
}
