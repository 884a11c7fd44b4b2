/** How a deal ended, in the words of CRMs: what its stage or status says of it. */
import { foldName, foldText } from '../../lib/fold-text.ts';

/** `dead`: void, duplicate or disqualified, neither won nor lost nor open. `silent`: a status of the record, not of the deal. */
export type StageUse = 'won' | 'lost' | 'open' | 'dead' | 'silent';

const won = [
  'won|closed won|closedwon|closed - won|deal won|won deal|win|closed/won|sold|signed|contract signed|order won|success|successful',
  '赢单|已赢单|成交|已成交|多次成交|已签约|签约|签约成功|已签|成单|已成单|成功|赢|关闭赢单|赢单关闭|结单赢单|签单|已签单|合同签订|已中标|中标',
];
const lost = [
  'lost|closed lost|closedlost|closed - lost|closed/lost|deal lost|lost deal|lose|closed lost to competition|out-sold|outsold|no decision|rejected|failed',
  '输单|已输单|丢单|已丢单|失败|战败|已战败|输|关闭输单|输单关闭|流失|已流失|未中标|落标|失单',
];
const dead = [
  'void|voided|duplicate|duplicated|disqualified|unqualified|not qualified|invalid|cancelled|canceled|cancel|deleted|junk|test|abandoned|merged|spam',
  '无效|作废|已作废|重复|取消|已取消|已删除|删除|无效商机|已失效|失效|已废弃|废弃|不合格|关闭无效|已关闭(无效)|已合并',
];
const open = [
  'open|new|active|in progress|ongoing|pending|on hold|working|nurturing|engaging|engaged|prospecting|prospect|prospects|lead|leads|lead in',
  'qualification|qualify|qualified|qualifying|discovery|discover|discovery call|needs analysis|value proposition|develop|development|propose|close',
  'identify decision makers|id. decision makers|id decision makers|perception analysis|proposal|proposal/price quote|proposal/quote|proposition',
  'proposal made|proposal sent|quote|quoted|quote sent|quotation|negotiation|negotiations|negotiating|negotiation/review|negotiations started',
  'contact made|contacted|first contact|initial contact|demo|demo scheduled|demo done|demonstration|presentation|presentation scheduled|meeting scheduled',
  'meeting|appointment scheduled|appointmentscheduled|qualifiedtobuy|qualified to buy|presentationscheduled|decisionmakerboughtin|decision maker bought-in',
  'contractsent|contract sent|contract|contracting|verbal commitment|verbal agreement|commit|committed|best case|pipeline|evaluation|trial|poc|pilot',
  'proof of concept|technical evaluation|solution|scoping|opportunity|opportunity identified|review|in review|legal review|procurement|follow up|follow-up',
  '验证客户|需求确定|需求确认|需求分析|需求沟通|方案/报价|方案报价|方案|报价|提案|谈判审核|谈判|商务谈判|合同谈判|初步接洽|初步沟通|初次接触|接洽|接触',
  '客户接触|线索|商机|商机确认|立项|立项评估|意向|有意向|意向客户|跟进|跟进中|进行中|进行|处理中|打开|新建|未关闭|开放|资格审查|价值主张|价值建议',
  '确定决策者|认知分析|提案/报价|提议/报价|谈判/审查|谈判/复审|招投标|投标|投标中|试用|试用中|演示|产品演示|方案演示|合同审批|合同签订中|合同发送',
  '已发送合同|待签约|待成交|待签|未成交|商务洽谈|洽谈|洽谈中|潜在|潜在客户|需求挖掘|需求发现|预约|已预约|暂停|搁置|赢单率评估|决策|决策中|评估',
];
/** States of the record (纷享销客 生命状态 …), which leave it to the stage. */
const silent = [
  'normal|valid|locked|unlocked|approved|in approval|effective|enabled',
  '正常|有效|未生效|已生效|生效|审核中|审批中|变更中|已审批|审批通过|已锁定|未锁定|锁定|启用|已确认',
];

const uses: ReadonlyMap<string, StageUse> = new Map([
  ...entries(open, 'open'),
  ...entries(silent, 'silent'),
  ...entries(dead, 'dead'),
  ...entries(lost, 'lost'),
  ...entries(won, 'won'),
]);

function entries(words: readonly string[], use: StageUse): [string, StageUse][] {
  return words.flatMap((line) => line.split('|').map((word): [string, StageUse] => [keyOf(word), use]));
}

// Words inside longer stages that settle them: `Closed Lost - Price`, `赢单(100%)`.
const telling: readonly (readonly [RegExp, StageUse])[] = [
  [/\bnot won\b|未赢|未签约|未成交|待签约|待成交|预计成交/u, 'open'],
  [/\bclosed?[- _/]*won\b|\bwon\b|^赢单|赢单$/u, 'won'],
  [/\bclosed?[- _/]*lost\b|\blost\b|^输单|输单$|^丢单|丢单$/u, 'lost'],
  [/\bdisqualified\b|\bduplicate\b|^(?:无效|作废|已作废)/u, 'dead'],
];

/** What a stage or status says; undefined for one that no list knows, and for a blank one. */
export function stageUse(stage: string): StageUse | undefined {
  const text = foldText(stage).toLowerCase();
  return known(text) ?? telling.find(([pattern]) => pattern.test(text))?.[1];
}

/** As spelled, without a number before it (`03. Proposal`), without a remark behind it (`Proposal (Sales Pipeline)`). */
function known(text: string): StageUse | undefined {
  const bare = text.replace(/^[([]?\d{1,2}[)\]]?\s*[-.、:)]?\s*/u, '');
  const short = (one: string) => one.replace(/\s*(?:\([^()]*\)|\d{1,3}\s?%)\s*$/u, '');
  for (const one of [text, bare, short(text), short(bare)]) {
    const use = uses.get(keyOf(one));
    if (use !== undefined) return use;
  }
  return undefined;
}

function keyOf(stage: string): string {
  return foldName(stage).replaceAll(/[-_.·。]/gu, '');
}
