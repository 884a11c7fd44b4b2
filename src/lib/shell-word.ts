/** One word for a shell, so that a command we suggest can be pasted as it stands. */

/** Quoted only where blanks or signs that shells read would part it; in double quotes where these do, as all shells know them. */
export function shellWord(text: string): string {
  if (/^[\w./:=@%+,\u0080-\uffff-]+$/.test(text)) return text;
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : `"${text}"`;
}
