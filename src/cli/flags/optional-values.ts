/** A flag whose value may be left out must not take the file after it for one: `evaluate --cohorts q1.xlsx`. */
interface Optional {
  /** What is meant where there is no value. */
  readonly byDefault: string;
  /** Files that can be the value: `--html report.html`. */
  readonly itsFiles: RegExp | null;
}

const optionals: ReadonlyMap<string, Optional> = new Map([
  ['--cohorts', { byDefault: 'month', itsFiles: null }],
  ['--html', { byDefault: '', itsFiles: /\.html?$/i }],
]);

/** The same arguments with the value that is meant where what follows such a flag can only be an input. */
export function spelledOut(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    const optional = optionals.get(arg);
    return optional !== undefined && isInput(args[index + 1], optional) ? `${arg}=${optional.byDefault}` : arg;
  });
}

function isInput(text: string | undefined, { itsFiles }: Optional): boolean {
  if (text === undefined || itsFiles?.test(text) === true) return false;
  return text === '-' || (/[./\\]/.test(text) && !text.startsWith('--'));
}
