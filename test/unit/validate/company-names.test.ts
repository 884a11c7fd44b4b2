import { describe, expect, test } from 'vitest';
import type { TextColumn } from '../../../src/model/table.ts';
import { withoutCompany } from '../../../src/validate/company-names.ts';

function columnOf(texts: readonly string[]): TextColumn {
  const spellings = ['', ...new Set(texts.filter((text) => text !== ''))];
  const codes = Uint32Array.from(texts, (text) => spellings.indexOf(text));
  return { kind: 'text', codes, size: spellings.length, text: (code) => spellings[code] ?? '' };
}

const shortened = (...texts: string[]) => {
  const { codes, text } = withoutCompany(columnOf(texts));
  return [...codes].map(text);
};

describe('a company before the name', () => {
  test('is left out where all people are of it', () => {
    expect(shortened('华光.王芳', '', '华光.李强', '华光.王芳')).toEqual(['王芳', '', '李强', '王芳']);
  });

  test('stays where people are of several companies, or of none', () => {
    expect(shortened('华光.王芳', '东海.王芳')).toEqual(['华光.王芳', '东海.王芳']);
    expect(shortened('华光.王芳', '王芳')).toEqual(['华光.王芳', '王芳']);
    expect(shortened('王芳', '李强')).toEqual(['王芳', '李强']);
    expect(shortened('', '')).toEqual(['', '']);
  });
});
