/** Fixes of files and their shape. */
import { xlsxOf } from '../../support/grid.ts';
import type { Fix } from '../fix.ts';

const grid = [
  ['Order no.', 'Order date', 'Rep', 'Amount'],
  ['SO-1', '2024-01-05', 'Ann Lee', 90],
  ['SO-2', '2024-01-06', 'Bob Ray', 80],
];
const lines = grid.map((row) => row.join(','));
const cells = grid.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
const many = Array.from({ length: 1500 }, (_, i) => `SO-1${i},2024-01-07,Cid Fox,${i}`);

export const fileFixes: Readonly<Record<string, Fix>> = {
  'file/html-named-xls': {
    files: { 'orders.xls': ['<html><body><table>', ...cells, '</table></body></html>'] },
    change: { 'orders.xls': null, 'orders.xlsx': xlsxOf(grid) },
  },
  'file/text-named-xls': { files: { 'orders.xls': lines }, change: { 'orders.xls': null, 'orders.csv': lines } },
  'file/content-differs': {
    files: { 'orders.csv': xlsxOf(grid) },
    change: { 'orders.csv': null, 'orders.xlsx': xlsxOf(grid) },
  },
  'file/unclosed-quote': {
    files: { 'orders.csv': [...lines, 'SO-3,2024-01-07,"Cid Fox,70', 'SO-4,2024-01-08,Ann Lee,60'] },
    change: { 'orders.csv': [...lines, 'SO-3,2024-01-07,"Cid Fox",70', 'SO-4,2024-01-08,Ann Lee,60'] },
    beside: ['cell/required'],
  },
  'file/null-bytes': {
    files: { 'orders.csv': [...lines, 'SO-3,2024-01-07,Cid\0 Fox,70'] },
    change: { 'orders.csv': [...lines, 'SO-3,2024-01-07,Cid Fox,70'] },
  },
  'row/ragged': {
    files: { 'orders.csv': [...lines, 'SO-3,2024-01-07,Cid Fox,70,extra, more'] },
    change: { 'orders.csv': [...lines, 'SO-3,2024-01-07,Cid Fox,70'] },
  },
  'cell/too-long': {
    files: { 'orders.csv': [...lines, 'SO-3,2024-01-07,"Ann Lee,70', ...many, 'SO-4,2024-01-08,Bob Ray",60'] },
    change: { 'orders.csv': [...lines, 'SO-3,2024-01-07,Ann Lee,70', ...many, 'SO-4,2024-01-08,Bob Ray,60'] },
    beside: ['file/unclosed-quote'],
  },
  'header/missing-column': {
    files: { 'orders.csv': ['Order no.,Order date,Rep,Amuont', ...lines.slice(1)] },
    flags: '--column amount=Amuont',
  },
  'header/ambiguous-column': {
    files: { 'orders.csv': ['Order no.,Order date,Amount,Sales amount', 'SO-1,2024-01-05,90,80'] },
    flags: '--column amount=Amount',
  },
  'header/repeated-heading': {
    files: { 'orders.csv': ['Order no.,Order date,Note,Amount,Note', 'SO-1,2024-01-05,a,90,b'] },
    edit: () => ({ 'orders.csv!E1': 'Remark' }),
  },
};
