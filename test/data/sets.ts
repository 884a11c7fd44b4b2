/** The shared data sets that the evaluation is held against, and under which name each of their dimensions is asked for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadOptions } from '../../src/app/options.ts';

/** Beside the repository, never in it: the data is not ours to publish. */
export const dataFolder = join(import.meta.dirname, '../../../shared/data');

export const hasData = existsSync(join(dataFolder, 'DEFINITIONS.md'));

export interface DataVariant {
  /** Unique, for the table: folder and form. */
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly options?: LoadOptions;
  /** Stored as doubles, so that sums may differ from the reference by less than a cent. */
  readonly isWorkbook: boolean;
  /** `by_…` of expected.json → what a user would give to `--by`. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Keys of expected.json that the file itself spells otherwise. */
  readonly spelled?: Readonly<Record<string, string>>;
  /** Groups of `attainment` in expected.json → the dimensions they are over. */
  readonly targets?: Readonly<Record<string, readonly string[]>>;
}

const superstoreUs = {
  folder: 'superstore-us',
  isWorkbook: true,
  dimensions: {
    by_region: 'region',
    by_person: 'rep',
    by_category: 'category',
    by_sub_category: 'Sub-Category',
    by_segment: 'segment',
    by_ship_mode: 'Ship Mode',
    by_state: 'State',
  },
  targets: {
    by_category: ['category'],
    by_segment: ['segment'],
    by_category_segment: ['category', 'segment'],
    by_year_category: ['category'],
    by_month_category: ['category'],
  },
} as const;

const superstoreCn = {
  folder: 'superstore-cn',
  dimensions: {
    by_地区: '地区',
    by_类别: '类别',
    by_子类别: '子类别',
    by_细分: '细分',
    by_省: '省/自治区',
  },
} as const;

const withManagers = { ...superstoreCn.dimensions, by_地区经理: '地区经理' } as const;

export const variants: readonly DataVariant[] = [
  {
    name: 'maven-crm',
    folder: 'maven-crm',
    files: ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv'],
    isWorkbook: false,
    // Not by series: the reference ties deals of `GTXPro` to the product `GTX Pro`, which the contract compares as spelled.
    dimensions: {
      by_region: 'region',
      by_manager: 'manager',
      by_agent: 'rep',
      by_product: 'product',
      by_sector: 'sector',
    },
    spelled: { 'GTX Pro': 'GTXPro' },
  },
  { ...superstoreUs, name: 'superstore-us .xlsx', files: ['superstore.xlsx', 'Sales Target (US).xlsx'] },
  { ...superstoreUs, name: 'superstore-us .xls', files: ['Sample - Superstore.xls', 'Sales Target (US).xlsx'] },
  {
    ...superstoreCn,
    name: 'superstore-cn .xlsx',
    files: ['superstore-cn.xlsx'],
    isWorkbook: true,
    dimensions: withManagers,
  },
  {
    ...superstoreCn,
    name: 'superstore-cn .xls',
    files: ['示例 - 超市.xls'],
    isWorkbook: true,
    dimensions: withManagers,
  },
  // The CSV spells the workbook's doubles, so its cells carry the same noise; it has neither managers nor returns.
  { ...superstoreCn, name: 'superstore-cn GBK csv', files: ['orders-gbk.csv'], isWorkbook: true },
  {
    name: 'india-ecommerce',
    folder: 'india-ecommerce',
    files: ['List of Orders.csv', 'Order Details.csv', 'Sales target.csv'],
    isWorkbook: false,
    dimensions: { by_category: 'category', by_sub_category: 'SubCategory', by_state: 'State' },
    targets: { by_category: ['category'], by_month_category: ['category'] },
  },
  {
    name: 'financial-sample',
    folder: 'financial-sample',
    files: ['Financial Sample.xlsx'],
    isWorkbook: true,
    dimensions: {
      by_segment: 'segment',
      by_country: 'Country',
      by_product: 'product',
      by_discount_band: 'Discount Band',
    },
  },
  {
    name: 'invoices-2019',
    folder: 'invoices-2019',
    files: ['Invoices_2019Q1.csv', 'Invoices_2019Q2.csv', 'Invoices_2019Q3.csv', 'Invoices_2019Q4.csv'],
    isWorkbook: false,
    dimensions: { by_rep: 'rep', by_product: 'product' },
  },
  { name: 'rfm-orders', folder: 'rfm-orders', files: ['rfm_orders.csv'], isWorkbook: false, dimensions: {} },
  {
    name: 'cdnow-sample',
    folder: 'cdnow-sample',
    files: ['cdnow_sample.csv'],
    options: { recognise: { columns: new Map([['quantity', 'cds']]) } },
    isWorkbook: false,
    dimensions: {},
  },
  {
    name: 'northwind',
    folder: 'northwind',
    files: ['orders.csv', 'order_details.csv', 'customers.csv', 'employees.csv', 'products.csv', 'categories.csv'],
    isWorkbook: false,
    dimensions: { by_employee: 'rep', by_country: 'country', by_category: 'categoryName' },
  },
];
