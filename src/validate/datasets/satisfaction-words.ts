/** What an answer about satisfaction says (contract §4, `csat`: 4 and 5 of 5, or "good"). */
import { foldName } from '../../lib/fold-text.ts';

const yes = words(
  'good|good with comment|great|excellent|satisfied|very satisfied|extremely satisfied|positive|happy|very happy|very good|awesome|amazing|yes|thumbs up|' +
    '满意|非常满意|很满意|十分满意|比较满意|特别满意|好评|好|很好|非常好|优秀|优|是|👍|😀|😊',
);
const no = words(
  'bad|bad with comment|poor|terrible|awful|dissatisfied|very dissatisfied|unsatisfied|not satisfied|negative|unhappy|very unhappy|neutral|average|okay|ok|fair|no|thumbs down|' +
    'neither satisfied nor dissatisfied|somewhat dissatisfied|' +
    '不满意|非常不满意|很不满意|比较不满意|一般|中立|普通|中评|差评|差|很差|较差|非常差|否|👎|😐|😞',
);
const none = words(
  '|unrated|not rated|offered|unoffered|not offered|no rating|not surveyed|n/a|na|none|null|nil|-|--|—|0|未评价|未评|未评分|待评价|未参评|未反馈|无|暂无|默认好评',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map(foldName));
}

/** `''` for an answer that was not given. */
export function satisfactionOf(answer: string): 'yes' | 'no' | '' | 'unknown' {
  const key = foldName(answer);
  if (yes.has(key)) return 'yes';
  if (no.has(key)) return 'no';
  if (none.has(key)) return '';
  const score = scoreOf(key);
  if (score === undefined || score < 1 || score > 5) return 'unknown';
  return score >= 4 ? 'yes' : 'no';
}

/** `4`, `4.5`, `4/5`, `5星`, `★★★★☆`. */
function scoreOf(key: string): number | undefined {
  const stars = /^(★+|⭐+)[☆✩]*$/u.exec(key)?.[1];
  if (stars !== undefined) return [...stars].length;
  const match = /^(\d(?:\.\d+)?)(?:\/5|星|分|stars?|points?)?$/u.exec(key);
  return match ? Number(match[1]) : undefined;
}
