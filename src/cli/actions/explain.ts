import { kpiWords, wordsOf } from '../../i18n/index.ts';
import { closestTo } from '../../lib/closest.ts';
import type { OwnKpi } from '../../model/own-kpi.ts';
import { problemCodes } from '../../problems/catalogue.ts';
import { UserError } from '../../problems/user-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { CommonFlags } from '../flags/raw-flags.ts';
import {
  explainCode,
  explainKpi,
  explainOwnKpi,
  listCodes,
  listExitCodes,
  listKpis,
  listPresets,
} from '../present/explanation.ts';
import { type Session, sessionOf } from '../session.ts';
import type { World } from '../world.ts';

const topics = ['codes', 'kpis', 'presets', 'exit-codes', 'report', 'config'] as const;

/** `explain`: a topic, a problem code or a KPI in words. */
export async function explainCommand(
  topic: string | undefined,
  flags: CommonFlags & { readonly json?: boolean },
  world: World,
): Promise<ExitCode> {
  const session = sessionOf(flags, world);
  world.out(await textOf(topic, flags.json === true, session));
  return exitCodes.ok;
}

async function textOf(topic: string | undefined, wantsJson: boolean, session: Session): Promise<string> {
  const { explain } = session.words;
  if (topic === undefined) return `${explain.topics}\n`;
  if (topic === 'report') return wantsJson ? await schemaText() : `${explain.report}\n`;
  if (topic === 'config' || topic.startsWith('config.')) return await configTopic(topic, wantsJson, session);
  if (topic === 'codes') return listCodes(session);
  if (topic === 'kpis') return listKpis(session);
  if (topic === 'presets') return listPresets(session);
  if (topic === 'exit-codes') return listExitCodes(session);
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
  return [...topics, ...problemCodes, ...Object.keys(wordsOf(lang).kpis)];
}
