import { expect } from 'vitest';

/** `expect.stringMatching` without its `any`. */
export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
