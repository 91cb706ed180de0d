import { plainText } from '../../../model/entry/text.ts';
import { splitUnit } from '../scale.ts';
import { headerWord, isRatioWord, matchWord } from '../words.ts';
import { isGoalWord } from './period.ts';
import type { GoalTarget } from './types.ts';

/** As `headerWord` leaves them. */
const WORDS: Readonly<Partial<Record<GoalTarget, readonly string[]>>> = {
  rep: '名称 单位名称 组织 组织名称 谁 member unit org who people person'.split(' '),
  team: '上级 所属 隶属 上级单位 under reportsto parent'.split(' '),
  segment:
    '细分 分部 客户段 客户类型 客户类别 客户分类 产品 产品线 产品类型 品类 品牌 业务 业务线 业务类型 新老客 新老客户 渠道类型 segment segments product productline category customerclass customertype line businessline'.split(
      ' ',
    ),
  month: '期间 周期 季度 时段 时间 月份 period quarter when'.split(' '),
};

/** Says what a row is not split into. */
const UNSPLIT = /(?:^|[/／]\s*)(?:未细分|未拆分|不细分|not split|unsplit|unallocated)$/i;
export const isUnsplit = (text: string): boolean => UNSPLIT.test(plainText(text));

/** What a header means in a table of goals; null = nothing that is known. */
export function goalTargetOf(header: string): GoalTarget | null {
  const word = headerWord(splitUnit(header).name);
  if (word === '') return null;
  for (const target of ['segment', 'rep', 'team', 'month'] as const)
    if (WORDS[target]?.includes(word)) return target;
  const known = matchWord(word)?.target;
  switch (known) {
    case 'rep':
    case 'team':
    case 'region':
    case 'year':
    case 'month':
    case 'measure':
      return known;
    case 'day':
      return 'month';
  }
  return isGoalWord(header) && !isRatioWord(word) ? 'goal' : null;
}

export const isFieldWord = (header: string): boolean => {
  const target = goalTargetOf(header);
  return target !== null && target !== 'goal';
};

/** Amounts, where nothing says 目标. */
export const isAmountWord = (header: string): boolean => {
  const word = headerWord(splitUnit(header).name);
  return /^(?:金额|数额|额度|数值|amount|value|sum)$/.test(word) || matchWord(word)?.target === 'revenue';
};
