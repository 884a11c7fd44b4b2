/** `--into`: our sheets in a copy of the user's workbook, `<name>.evaluated.xlsx` beside it or where `out` says. */
import { basename, dirname, extname, join } from 'node:path';
import type { Document } from '../../model/document.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import { dataVersion } from '../../model/own-sheets.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../problems/catalogue.ts';
import { UserError } from '../../problems/user-error.ts';
import { type OpenPackage, openPackage } from '../../read/open-package.ts';
import { graftDocument } from '../../report/data/data-sheets.ts';
import { renamed } from '../../report/renamed.ts';
import { nodeFileSystem } from '../../write/file-system.ts';
import { type ChosenNames, chosenNames } from '../../write/graft/choose-names.ts';
import { graft } from '../../write/graft/graft.ts';
import { readingSheets } from '../../write/graft/readers.ts';
import { type GraftTarget, graftTarget } from '../../write/graft/target.ts';
import { isOpenInOffice } from '../../write/target.ts';
import type { LoadedFile } from '../load.ts';
import type { EvaluateFilesOptions } from '../options.ts';
import type { Output } from './output.ts';

/** The user's workbook, opened before anything is computed: one that cannot be used is refused at once. */
export class WorkbookCopy {
  readonly #into: string;
  readonly #path: string;
  readonly #package: OpenPackage;
  readonly #target: GraftTarget;

  private constructor(into: string, path: string, opened: OpenPackage, target: GraftTarget) {
    this.#into = into;
    this.#path = path;
    this.#package = opened;
    this.#target = target;
  }

  /** Throws UserErrors `into/…`, `package/…`, `file/…`. The copy must be closed. */
  static async open(into: string, { out, read }: EvaluateFilesOptions): Promise<WorkbookCopy> {
    if (await isOpenInOffice(nodeFileSystem, dirname(into), basename(into))) {
      throw new UserError('into/open', { file: into });
    }
    const opened = await openPackage(into, read);
    try {
      const wanted = opened.parts.hasMacros ? '.xlsm' : '.xlsx';
      const path = out ?? join(dirname(into), `${basename(into, extname(into))}.evaluated${wanted}`);
      if (extname(path).toLowerCase() !== wanted) throw new UserError('into/other-kind', { file: path, wanted });
      return new WorkbookCopy(into, path, opened, await graftTarget(opened.parts));
    } catch (error) {
      await opened.close().catch(() => undefined);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#package.close();
  }

  /** A file that was read as data too must still be the same. Throws UserError `file/changed`. */
  checkSame(files: readonly LoadedFile[]): void {
    const read = files.find(({ path }) => path === this.#into);
    if (read !== undefined && read.sha256 !== this.#target.source.sha256) {
      throw new UserError('file/changed', { file: this.#into });
    }
  }

  /** What the user has to know of the copy: names that were taken, layouts of other data sheets or to be computed again. */
  async problems(evaluation: Evaluation): Promise<Problem[]> {
    const { layoutVersion } = this.#target;
    const place = { file: this.#into, sheet: null, row: null, column: null };
    const names = this.#namesFor(graftDocument(evaluation));
    const reading = await readingSheets(this.#target, { sheets: names.sheets.values(), tables: names.tables.values() });
    const found = [...names.sheets]
      .filter(([wanted, title]) => wanted !== title)
      .map(([wanted, title]) => problem('into/title-taken', { ...place, sheet: wanted }, { title }));
    const isOther = layoutVersion !== null && layoutVersion !== dataVersion;
    const other = { made: String(layoutVersion), now: String(dataVersion) };
    const stale = reading.map((sheet) => problem('into/recalculate', { ...place, sheet }, {}));
    const told = [...(isOther ? [problem('into/other-version', place, other)] : []), ...found, ...stale];
    return told.map((one) => ({ ...one, affects: 'none' }));
  }

  output(): Output {
    return {
      kind: this.#target.source.hasMacros ? 'xlsm' : 'xlsx',
      path: this.#path,
      make: async (evaluation) => {
        const document = graftDocument(evaluation);
        const wanted = document.sheets.map(({ name }) => name);
        return await graft(this.#target, renamed(document, this.#namesFor(document)), wanted);
      },
    };
  }

  #namesFor(document: Document): ChosenNames {
    return chosenNames(this.#target, document);
  }
}
