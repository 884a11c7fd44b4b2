/** Conditional formats of a sheet: tints of status words and bars, over runs of cells of one column. */
import type { Worksheet } from 'exceljs';
import type { Document, Sheet, Value } from '../../model/document.ts';
import { columnLetters } from '../../model/place.ts';
import { barColours, shadeColours, statusTint } from './styles.ts';

interface Run {
  readonly column: number;
  readonly first: number;
  last: number;
  readonly value: Value;
}

export function addRules(worksheet: Worksheet, sheet: Sheet, document: Document): void {
  let priority = 1;
  for (const { column, first, last, value } of runsOf(sheet)) {
    const letters = columnLetters(column);
    const ref = `${letters}${first}:${letters}${last}`;
    if (value.kind === 'bar') {
      worksheet.addConditionalFormatting({ ref, rules: [barRule(value.most, value.from, priority)] });
      priority += 1;
      continue;
    }
    // `containsText` rules of exceljs show no fill in LibreOffice; expressions do.
    const rules = [...document.statusWords].map(([status, word], index) => ({
      type: 'expression' as const,
      priority: priority + index,
      formulae: [`$${letters}${first}="${word.replaceAll('"', '""')}"`],
      style: statusTint(status),
    }));
    worksheet.addConditionalFormatting({ ref, rules });
    priority += rules.length;
  }
  for (const { top, left, bottom, right } of sheet.shades) {
    const ref = `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
    worksheet.addConditionalFormatting({ ref, rules: [shadeRule(priority)] });
    priority += 1;
  }
}

/** From white at 0 to a tint on which digits stay legible, on paper and in grey too. */
function shadeRule(priority: number) {
  return {
    type: 'colorScale' as const,
    priority,
    cfvo: [{ type: 'num' as const, value: 0 }, { type: 'max' as const }],
    color: [...shadeColours],
  };
}

/** The types of exceljs leave out what its writer understands of data bars. */
function barRule(most: number, from: 'left' | 'right', priority: number) {
  const rule = {
    type: 'dataBar' as const,
    priority,
    cfvo: [
      { type: 'num' as const, value: 0 },
      { type: 'num' as const, value: most },
    ],
    color: { argb: barColours[from] },
    gradient: false,
    border: false,
    minLength: 0,
    maxLength: 100,
    direction: from === 'left' ? ('leftToRight' as const) : ('rightToLeft' as const),
    axisPosition: 'none' as const,
  };
  return rule;
}

/** Cells of one kind below each other. */
function runsOf({ rows }: Sheet): Run[] {
  const done: Run[] = [];
  const open = new Map<number, Run>();
  rows.forEach((cells, index) => {
    const row = index + 1;
    cells.forEach((cell, at) => {
      const value = cell?.value;
      if (value?.kind !== 'status' && value?.kind !== 'bar') return;
      const run = open.get(at);
      if (run && run.last === row - 1 && isSame(run.value, value)) {
        run.last = row;
        return;
      }
      const begun = { column: at + 1, first: row, last: row, value };
      open.set(at, begun);
      done.push(begun);
    });
  });
  return done;
}

function isSame(a: Value, b: Value): boolean {
  if (a.kind === 'bar' && b.kind === 'bar') return a.most === b.most && a.from === b.from;
  return a.kind === b.kind;
}
