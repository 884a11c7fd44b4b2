/** The flags as commander knows them: spelling, value, help text and group, defined once. */
import type { Command } from 'commander';
import type { Catalogue } from '../../i18n/catalogue.ts';

type HelpWords = Catalogue['help'];

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Flags that every command knows, before or after its name. */
export function addCommonFlags(program: Command, { flags }: HelpWords): void {
  program
    .option('--lang <language>', flags.lang)
    .option('--color <when>', flags.color)
    .option('--ascii', flags.ascii)
    .option('--unicode', flags.unicode)
    .option('-q, --quiet', flags.quiet)
    .option('-v, --verbose', flags.verbose)
    .option('--debug', flags.debug);
}

export function addReadingFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.read)
    .option('-c, --config <file>', flags.config)
    .option('--targets <file>', flags.targets, collect)
    .option('--as <dataset=file>', flags.as, collect)
    .option('--column <field=heading>', flags.column, collect)
    .option('-s, --sheet <name>', flags.sheet, collect)
    .option('--header-row <row>', flags.headerRow)
    .option('--encoding <name>', flags.encoding)
    .option('--delimiter <character>', flags.delimiter)
    .option('--date-order <order>', flags.dateOrder)
    .option('--unit <dataset=unit>', flags.unit, collect);
}

export function addMeaningFlags(command: Command, { flags }: HelpWords): void {
  command
    .option('--tax <basis>', flags.tax)
    .option('--overlap <what>', flags.overlap)
    .option('--basis <date>', flags.basis);
}

export function addComputingFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.compute)
    .option('-p, --period <id>', flags.period)
    .option('--grain <grain>', flags.grain)
    .option('--by <dimension>', flags.by, collect)
    .option('--kpi <ids>', flags.kpi, collect)
    .option('--compare <with>', flags.compare)
    .option('--target-version <name>', flags.targetVersion)
    .option('--as-of <date>', flags.asOf)
    .option('--only <dimension=value>', flags.only, collect)
    .option('--lookback <months>', flags.lookback)
    .option('--earlier <file>', flags.earlier)
    .option('--cohorts [grain]', flags.cohorts);
}

/** Of `evaluate`: what has changed since an earlier run. */
export function addAgainstFlag(command: Command, { flags, groups }: HelpWords): void {
  command.optionsGroup(groups.compute).option('--against <earlier.json>', flags.against);
}

/** Of `explain`, which shows one number: all that shapes it. */
export function addTracingFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.compute)
    .option('-p, --period <id>', flags.period)
    .option('--by <dimension>', flags.by, collect)
    .option('--compare <with>', flags.compare)
    .option('--target-version <name>', flags.targetVersion)
    .option('--as-of <date>', flags.asOf)
    .option('--only <dimension=value>', flags.only, collect)
    .option('--lookback <months>', flags.lookback)
    .option('--earlier <file>', flags.earlier)
    .option('--accept <file>', flags.accept)
    .optionsGroup(groups.output)
    .option('--rows <n>', flags.tracedRows);
}

/** Of commands that add targets up. */
export function addSumsFlag(command: Command, { flags }: HelpWords): void {
  command.option('--sums <policy>', flags.sums, collect);
}

export function addJudgingFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.judge)
    .option('--accept <file>', flags.accept)
    .option('--allow-skipped <n or n%>', flags.allowSkipped)
    .option('--expect <kpi=value>', flags.expect, collect)
    .option('--fail-under <percent>', flags.failUnder)
    .option('--strict', flags.strict);
}

/** Of `validate`: which problems count. */
export function addChoosingFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .option('--stdin-name <name>', flags.stdinName)
    .optionsGroup(groups.judge)
    .option('--accept <file>', flags.accept)
    .option('--schema <file>', flags.schema)
    .option('--select <codes>', flags.select, collect)
    .option('--ignore <codes>', flags.ignore, collect)
    .option('--exit-zero', flags.exitZero);
}

export function addValidationOutputFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.output)
    .option('-f, --format <name>', flags.validationFormat)
    .option('--json', flags.json)
    .option('--max-problems <n>', flags.maxProblems)
    .option('-o, --out <file>', flags.problemsOut)
    .option('--annotate <file>', flags.annotate)
    .option('--write-accept <file>', flags.writeAccept)
    .option('-F, --force', flags.force);
}

/** How `targets breakdown` splits. */
export function addSplittingFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.split)
    .option('--total <amount>', flags.total)
    .option('-p, --period <id>', flags.splitPeriod)
    .option('--to <dimensions>', flags.to)
    .option('--kpi <id>', flags.splitKpi)
    .option('--method <name>', flags.method)
    .option('--base <period>', flags.base)
    .option('--weights <file>', flags.weights)
    .option('--buffer <percent>', flags.buffer, collect)
    .option('--round <step>', flags.round)
    .option('--ramp <months>', flags.ramp);
}

/** What `targets revise` changes. */
export function addChangingFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.change)
    .option('--actuals <file>', flags.actuals, collect)
    .option('--method <name>', flags.reviseMethod)
    .option('--values <file>', flags.values)
    .option('--effective <date>', flags.effective)
    .option('--by <name>', flags.decidedBy)
    .option('--reason <text>', flags.reason)
    .option('--round <step>', flags.reviseRound);
}

/** Where a targets workbook goes. */
export function addOutputFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.output)
    .option('-o, --out <file>', flags.out)
    .option('-F, --force', flags.force)
    .option('-n, --dry-run', flags.dryRun);
}

export function addWritingFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.output)
    .option('-o, --out <file>', flags.out)
    .option('--html [file]', flags.html)
    .option('--into <workbook>', flags.into)
    .option('--no-report', flags.noReport)
    .option('--split', flags.split)
    .option('--out-dir <folder>', flags.outDir)
    .option('-F, --force', flags.force)
    .option('-n, --dry-run', flags.dryRun);
}

/** How `batch` works off its files. */
export function addBatchFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.batch)
    .option('--out-dir <folder>', flags.batchDir)
    .option('-j, --jobs <n>', flags.jobs)
    .option('--retry <batch.json>', flags.retry)
    .option('--no-keep-going', flags.noKeepGoing)
    .option('--no-changed-only', flags.noChangedOnly)
    // What is usual anyway may be said too.
    .addOption(command.createOption('--keep-going').hideHelp())
    .addOption(command.createOption('--changed-only').hideHelp())
    .option('-F, --force', flags.force)
    .option('-n, --dry-run', flags.dryRun);
}

export function addFormatFlags(command: Command, { flags, groups }: HelpWords): void {
  command.optionsGroup(groups.output).option('-f, --format <name>', flags.format).option('--json', flags.json);
}

/** Of `evaluate`: its formats, and how CSV is spelled. */
export function addEvaluationFormatFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.output)
    .option('-f, --format <name>', flags.evaluationFormat)
    .option('--json', flags.json)
    .option('--with-rows', flags.withRows)
    .option('--bom', flags.bom)
    .option('--csv-formulas <what>', flags.csvFormulas);
}

export function addLimitFlags(command: Command, { flags, groups }: HelpWords): void {
  command
    .optionsGroup(groups.limits)
    .option('--max-input <size>', flags.maxInput)
    .option('--max-inflated <size>', flags.maxInflated)
    .option('--max-entries <n>', flags.maxEntries)
    .option('--max-rows <n>', flags.maxRows)
    .option('--max-columns <n>', flags.maxColumns)
    .option('--max-cells <n>', flags.maxCells)
    .option('--max-strings <n>', flags.maxStrings)
    .option('--max-cell <n>', flags.maxCell)
    .option('--max-record <size>', flags.maxRecord)
    .option('--max-sheets <n>', flags.maxSheets);
}
