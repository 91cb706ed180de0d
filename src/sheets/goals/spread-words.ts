import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay, formatShare } from '../../i18n/numbers.ts';
import { recordId, type GoalPlace } from '../../model/ids.ts';
import type { Spread } from '../../model/planning/goals.ts';
import { readRecord } from '../../model/read-record.ts';
import { spreadBySchema, type SpreadBy } from '../../model/records/goals.ts';
import type { SheetContext } from '../definition.ts';
import type { GoalsPlan } from './goals-plan.ts';

type Names = Pick<SheetContext, 'get' | 'language'>;

/** How a total is shared out: by history +5 %; 70 % history, 30 % potential; as another row. */
export function spreadName({ method, like, growth, mix }: Spread, names: Names): string {
  const words = t().goals;
  if (mix.length > 0) {
    const total = mix.reduce((sum, { share }) => sum + share, 0);
    return words.mixOf(
      mix.map((part) => `${words.methods[part.method]} ${formatShare(part.share / total, names.language)}`),
    );
  }
  if (method === 'likeRow') {
    const name = like === null ? '' : names.get(recordId.unit(like))?.['name'];
    return words.likeRowOf(typeof name === 'string' ? name : '');
  }
  const sign = growth !== null && growth > 0 ? '+' : '';
  return growth
    ? `${words.methods[method]} ${sign}${formatShare(growth, names.language)}`
    : words.methods[method];
}

/** How the cells below a total were last shared out; null = nothing is known of it. */
export function spreadOn(context: Pick<SheetContext, 'get'>, place: GoalPlace): SpreadBy | null {
  const values = context.get(recordId.spreadBy(place));
  return values ? readRecord(spreadBySchema, values) : null;
}

export function spreadNote({ context }: GoalsPlan, place: GoalPlace): string | null {
  const spread = spreadOn(context, place);
  if (!spread) return null;
  const { setOn } = spread;
  const day = setOn && formatDay(setOn, context.language, { month: 'numeric', day: 'numeric' });
  return t().goals.sharedBy(spreadName(spread, context), day);
}
