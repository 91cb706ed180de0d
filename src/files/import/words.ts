import { plainText } from '../../model/entry/text.ts';
import type { Target } from './types.ts';

interface Words {
  /** The column is this. */
  readonly same: readonly string[];
  /** Other common names of it. */
  readonly also: readonly string[];
  /** May be it: a person should look. */
  readonly maybe?: readonly string[];
}

/** Spelled as `headerWord` leaves them: lower case, without blanks, brackets and joints. */
const WORDS: Readonly<Record<Target, Words>> = {
  rep: {
    same: ['成员', '姓名', '销售姓名', 'rep', 'name', 'salesrep', 'repname'],
    also: '销售 销售员 销售代表 销售人员 业务员 员工 员工姓名 人员 人员姓名 坐席 坐席姓名 座席 座席姓名 客服 顾问 课程顾问 负责人 名字 电销员 跟进人 归属人 salesperson salesman agent agentname employee employeename seller owner consultant advisor representative manager'.split(
      ' ',
    ),
  },
  team: {
    same: ['团队', '小组', 'team'],
    also: '组别 组 部门 所属团队 所属部门 销售组 班组 group department teamname'.split(' '),
  },
  region: {
    same: ['大区', '区域', 'region'],
    also: '战区 分公司 省区 片区 territory branch'.split(' '),
  },
  month: {
    same: ['月份', '统计月份', 'month'],
    also: '月 年月 所属月份 统计周期 周期 期间 period yearmonth ym monthname 业绩月份 数据月份'.split(' '),
  },
  day: {
    same: ['日期', 'date', 'day'],
    also: '统计日期 日 时间 业务日期 通话日期 calldate workdate activitydate reportdate datetime'.split(' '),
  },
  year: { same: ['年份', 'year'], also: ['年', '年度'] },
  measure: { same: ['指标', 'measure', 'metric'], also: ['指标名称', '数据项', 'kpi'] },
  dials: {
    same: ['外呼', 'dials'],
    also: '外呼量 外呼数 外呼次数 拨打 拨打量 拨打数 拨打次数 拨打电话数 呼出 呼出量 呼出数 呼叫量 呼叫数 呼叫次数 电话量 拨号 拨号数 拨号量 dial dialed dialled calls callsmade outboundcalls totalcalls callcount attempts callattempts outbound'.split(
      ' ',
    ),
  },
  connects: {
    same: ['接通', '接通量', '接通数', 'connects'],
    also: '接通次数 接听 接听量 接听数 接通电话数 connect connected connections answered answeredcalls callsanswered connectedcalls reached'.split(
      ' ',
    ),
    maybe: ['有效接通', '有效接通数'],
  },
  talk60: {
    same: ['talk60'],
    also: '通话60秒 60秒通话 60秒以上 通话≥60秒 满60秒 talk60s calls60'.split(' '),
  },
  conversations: {
    same: ['深沟', 'conversations'],
    also: '深沟量 深沟数 深度沟通 深度沟通数 深度沟通量 talk180 talk180s 通话180秒 180秒通话 180秒以上 满180秒 3分钟通话 conversation meaningfulconversations'.split(
      ' ',
    ),
    maybe:
      '有效沟通 有效沟通数 有效沟通量 有效通话 有效通话数 有效通话量 沟通量 沟通数 talks validcalls effectivecalls'.split(
        ' ',
      ),
  },
  talk300: { same: ['talk300'], also: '通话300秒 300秒通话 300秒以上 满300秒 5分钟通话 talk300s'.split(' ') },
  leads: {
    same: ['leads', '线索'],
    also: '线索数 线索量 新增线索 新线索 lead newleads leadcount'.split(' '),
  },
  intents: {
    same: ['意向客户', 'intents'],
    also: '意向 意向数 意向量 意向客户数 意向人数 意向单数 高意向 intent intentac intentcustomers intentclients qualifiedleads'.split(
      ' ',
    ),
    maybe: '商机 商机数 opportunities opps prospects'.split(' '),
  },
  pipeline: {
    same: ['储备金额', '储备', 'pipeline'],
    also: '储备额 储备业绩 在手储备 储备金 商机金额 pipelineamount pipelinevalue openpipeline'.split(' '),
    maybe: '预计金额 预计成交金额 预估金额 expectedrevenue forecast'.split(' '),
  },
  wins: {
    same: ['wins'],
    also: '成交单数 成交数 成交量 成单 成单数 成单量 签单数 签约数 成交客户数 订单数 won win deals dealswon closedwon orders'.split(
      ' ',
    ),
  },
  visits: {
    same: ['拜访', 'visits'],
    also: '拜访量 拜访数 拜访次数 客户拜访 上门拜访 上门数 上门量 外勤拜访 走访 走访量 visit fieldvisits customervisits meetings'.split(
      ' ',
    ),
  },
  needs: {
    same: ['明确需求', '需求', 'needs'],
    also: '需求数 需求量 需求确认 有需求客户 需求客户 need needsfound needsidentified discoveries'.split(' '),
  },
  proposals: {
    same: ['方案', 'proposals'],
    also: '方案数 方案量 提案 提案数 提交方案 报价 报价数 报价单数 proposal quotes quotations offers'.split(
      ' ',
    ),
  },
  negotiations: {
    same: ['谈判', 'negotiations'],
    also: '谈判数 谈判量 商务谈判 议价 negotiation negotiating'.split(' '),
  },
  validLeads: {
    same: ['有效线索', 'validleads'],
    also: '有效线索数 有效线索量 有效数 有效客户 有效资源 合格线索 validlead valid qualifiedleads mql mqls sql sqls'.split(
      ' ',
    ),
  },
  demos: {
    same: ['演示', 'demos'],
    also: '演示数 演示量 演示次数 产品演示 试听 试听数 试用 到访 到访数 demo demonstrations trials'.split(
      ' ',
    ),
  },
  partnerVisits: {
    same: ['渠道拜访', 'partnervisits'],
    also: '渠道拜访数 渠道拜访量 渠道走访 代理商拜访 伙伴拜访 partnermeetings channelvisits 拜访 拜访量 拜访数 visits'.split(
      ' ',
    ),
  },
  activePartners: {
    same: ['活跃渠道', 'activepartners'],
    also: '活跃渠道数 出单渠道 活跃伙伴 活跃代理 活跃代理商 partners activechannels'.split(' '),
  },
  registrations: {
    same: ['报备', 'registrations'],
    also: '报备数 报备量 报备客户 渠道报备 商机报备 dealregistrations registereddeals registered referrals'.split(
      ' ',
    ),
  },
  opportunities: {
    same: ['商机', 'opportunities'],
    also: '商机数 商机量 有效商机 opps opportunity deals'.split(' '),
  },
  revenue: {
    same: ['成交金额', '成交额', 'revenue'],
    also: '业绩 成交业绩 销售额 销售金额 营收 收入 签约金额 签约额 签单额 签单金额 合同金额 合同额 实际成交金额 sales salesamount wonamount bookings amount'.split(
      ' ',
    ),
    maybe: '回款 回款金额 回款额 实收 实收金额 到账金额 collected cashcollected collections'.split(' '),
  },
  repeatRevenue: {
    same: ['复购金额', 'repeatrevenue'],
    also: '复购额 复购业绩 复购成交 复购成交金额 复购成交额 续费金额 续费额 续费业绩 续费成交 续约金额 续约额 老客成交 老客成交金额 老客成交额 老客业绩 老客金额 老客户成交 老客户成交金额 老客户业绩 老客复购 老客户复购 老客复购金额 repeatsales repeatbusiness repeatamount renewalrevenue renewalamount renewalsales repurchaserevenue repurchaseamount recurringrevenue existingcustomerrevenue existingcustomersales'.split(
      ' ',
    ),
    maybe: '复购 续费 续约 renewals renewal repurchases repeat'.split(' '),
  },
  inboundRevenue: {
    same: ['自然进线金额', 'inboundrevenue'],
    also: '自然进线成交 自然进线成交金额 自然进线成交额 自然进线业绩 自然成交 自然成交金额 自然流量成交 自然流量成交金额 进线成交 进线成交金额 进线金额 进线业绩 自来客成交 自来客成交金额 自来客金额 inboundsales inboundamount organicrevenue organicsales walkinrevenue walkinsales'.split(
      ' ',
    ),
    maybe: ['自然进线', '自来客'],
  },
  referralRevenue: {
    same: ['转介绍金额', 'referralrevenue'],
    also: '转介绍成交 转介绍成交金额 转介绍成交额 转介绍业绩 老带新成交 老带新成交金额 老带新金额 老带新业绩 推荐成交 推荐成交金额 referralsales referralamount referredrevenue referredsales'.split(
      ' ',
    ),
    maybe: '转介绍 老带新'.split(' '),
  },
  newCustomers: {
    same: ['新客户数', 'newcustomers'],
    also: '新客数 新增客户数 新增成交客户 新增成交客户数 新签客户 新签客户数 首购客户 首购客户数 首单客户 首单客户数 newclients newaccounts newlogos newcustomercount firsttimebuyers'.split(
      ' ',
    ),
    maybe: '新客户 新客 新增客户'.split(' '),
  },
  margin: {
    same: ['毛利', 'margin'],
    also: '毛利额 毛利金额 毛利润 成交毛利 利润额 grossmargin grossprofit marginamount grossmarginamount grossprofitamount contributionmargin'.split(
      ' ',
    ),
    maybe: '利润 profit'.split(' '),
  },
};
const INBOUND = new Set('inbound inboundcalls 呼入 呼入量 呼入数 来电 来电量'.split(' '));
const STAFF_NUMBER = new Set(
  '工号 员工编号 员工号 员工工号 坐席号 坐席工号 座席号 座席工号 人员编号 业务员编号 employeeid employeeno employeenumber staffid staffno agentid repid userid'.split(
    ' ',
  ),
);
/** Seats and logins go from hand to hand. */
export const isOnesOwn = (staffNumber: string): boolean => !/^(坐席|座席|agent|user)/.test(staffNumber);
/** How long one call was: a table with it has a row for each call. */
const CALL_LENGTH =
  /^(通话|呼叫|接听|计费|录音)?(时长|秒数)(秒|s|sec)?$|^(call|talk|bill|billing)?(duration|seconds|sec)s?$|^(talk|call|bill)time$|^billsec$/;
const RATIO =
  /率|占比|比例|转化|百分比|%|rate$|ratio|conversion|percent|pct|arpu|单均|客单价|件均|人均|平均|average|avg/;

/** A header without its unit, brackets, blanks and joints. */
export const headerWord = (header: string): string =>
  plainText(header)
    .toLowerCase()
    .replace(/[\s_\-/.:,;*#"'“”()[\]{}【】]+/g, '');

export interface WordMatch {
  readonly target: Target;
  readonly how: 'same' | 'synonym' | 'guess';
}

/** What a word can mean: the surest first. */
const INDEX = new Map<string, WordMatch[]>();
for (const how of ['same', 'synonym', 'guess'] as const)
  for (const [target, { same, also, maybe = [] }] of Object.entries(WORDS))
    for (const word of { same, synonym: also, guess: maybe }[how])
      INDEX.set(word, [...(INDEX.get(word) ?? []), { target, how }]);

/** What a word means; where it can mean several things, what `isOffered` knows comes first. */
export function matchWord(
  word: string,
  isOffered: (target: Target) => boolean = () => true,
): WordMatch | null {
  return INDEX.get(word)?.find(({ target }) => isOffered(target)) ?? null;
}
export const isStaffNumber = (word: string): boolean => STAFF_NUMBER.has(word);
export const isCallLength = (word: string): boolean => CALL_LENGTH.test(word);
export const isInbound = (word: string): boolean => INBOUND.has(word);
export const isRatioWord = (word: string): boolean => RATIO.test(word);
/** An own measure whose header speaks of money. */
export const isMoneyWord = (word: string): boolean =>
  /金额|额$|业绩|元|款|amount|revenue|value|price|cost/.test(word);
