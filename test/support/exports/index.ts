import { crmExports } from './crm.ts';
import { erpExports } from './erp.ts';
import type { ExportFile } from './export-file.ts';
import { shopExports } from './shops.ts';

/** One export of each kind that a preset claims. */
export const exportFiles: readonly ExportFile[] = [...crmExports, ...shopExports, ...erpExports];
