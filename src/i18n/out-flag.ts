/** The flag that names another file in the place of this one. */
export function outFlag(file: string): '-o' | '--html' {
  return /\.html?$/i.test(file) ? '--html' : '-o';
}
