import { kpiWords, wordsOf } from '../../i18n/index.ts';
import { closestTo } from '../../lib/closest.ts';
import type { OwnKpi } from '../../model/own-kpi.ts';
import { problemCodes } from '../../problems/catalogue.ts';
import { UserError } from '../../problems/user-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { isJson } from '../flags/format.ts';
import type { ExplainFlags } from '../flags/raw-flags.ts';
import {
  explainCode,
  explainKpi,
  explainOwnKpi,
  listCodes,
  listEnvironment,
  listExitCodes,
  listFields,
  listFormats,
  listKpis,
  listPresets,
} from '../present/explanation.ts';
import { type Session, sessionOf } from '../session.ts';
import type { World } from '../world.ts';

/** `explain`: a topic, a problem code or a KPI in words; with files a KPI's number there. */
export async function explainCommand(
  topic: string | undefined,
  files: readonly string[],
  flags: ExplainFlags,
  world: World,
): Promise<ExitCode> {
  if (topic !== undefined && files.length > 0) {
    const { explainNumber } = await import('./explain-number.ts');
    return await explainNumber(topic, files, flags, world);
  }
  const session = sessionOf(flags, world);
  world.out(await textOf(topic, isJson(flags), session));
  return exitCodes.ok;
}

const lists: ReadonlyMap<string, (session: Session) => string> = new Map([
  ['codes', listCodes],
  ['kpis', listKpis],
  ['fields', listFields],
  ['formats', listFormats],
  ['presets', listPresets],
  ['environment', listEnvironment],
  ['exit-codes', listExitCodes],
]);

async function textOf(topic: string | undefined, wantsJson: boolean, session: Session): Promise<string> {
  const { explain } = session.words;
  if (topic === undefined) return `${explain.topics}\n`;
  if (topic === 'report') return wantsJson ? await schemaText() : `${explain.report}\n`;
  if (topic === 'config' || topic.startsWith('config.')) return await configTopic(topic, wantsJson, session);
  const list = lists.get(topic);
  if (list !== undefined) return list(session);
  const code = problemCodes.find((known) => known === topic);
  if (code !== undefined) return explainCode(code, session);
  if (kpiWords(topic, session.lang).title !== topic) return explainKpi(topic, session);
  return await ownTopic(topic, session);
}

/** A KPI of the config in or above the working folder. */
async function ownTopic(topic: string, session: Session): Promise<string> {
  const { explain } = session.words;
  const own = await ownKpisHere();
  if (own.some(({ id }) => id === topic)) return explainOwnKpi(topic, own, session);
  throw new UserError('usage/unknown-topic', {
    topic,
    near: closestTo(topic, knownTopics(session)),
    allowed: explain.topics,
  });
}

/** KPIs of the config in or above the working folder. */
async function ownKpisHere(): Promise<readonly OwnKpi[]> {
  const { settingsFor } = await import('../../app/settings.ts');
  return (await settingsFor([]))?.compute.ownKpis ?? [];
}

async function configTopic(topic: string, wantsJson: boolean, session: Session): Promise<string> {
  if (wantsJson) {
    const { configSchemaJson } = await import('../../app/config-schema.ts');
    return configSchemaJson();
  }
  const { configKeyText } = await import('../present/config-keys.ts');
  return configKeyText(topic.slice('config.'.length), session);
}

async function schemaText(): Promise<string> {
  const { evaluationSchemaJson } = await import('../../app/documents.ts');
  return evaluationSchemaJson();
}

function knownTopics({ lang }: Session): string[] {
  return [...lists.keys(), 'report', 'config', ...problemCodes, ...Object.keys(wordsOf(lang).kpis)];
}
