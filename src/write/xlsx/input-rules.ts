/** Data validation of cells that people type into. */
import type { DataValidation, Worksheet } from 'exceljs';
import type { InputRule, Sheet } from '../../model/document.ts';

export function addInputRules(worksheet: Worksheet, { inputRules }: Sheet): void {
  for (const { area, allows, message } of inputRules) {
    const validation = { ...conditionOf(allows), allowBlank: true, showErrorMessage: true, error: message };
    for (let row = area.top; row <= area.bottom; row++) {
      // exceljs joins equal neighbours to one range.
      for (let column = area.left; column <= area.right; column++) {
        worksheet.getCell(row, column).dataValidation = validation;
      }
    }
  }
}

/** 2000-01-01, as a spreadsheet counts days: a smaller number is a slip. */
const earliestDay = 36_526;

function conditionOf(allows: InputRule['allows']): Pick<DataValidation, 'type' | 'operator' | 'formulae'> {
  switch (allows.kind) {
    case 'list':
      return { type: 'list', formulae: [allows.formula] };
    case 'at-least':
      return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [allows.least] };
    case 'day':
      return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [earliestDay] };
  }
}
