import type { Messages } from './zh-CN/index.ts';

export type Language = 'zh-CN' | 'en';
/** Messages come in parts, so that a screen loads no other screen's. `common` is for all. */
export type Part =
  | 'common'
  | 'failures'
  | 'quickstart'
  | 'plan'
  | 'why'
  | 'phone'
  | 'imports'
  | 'actuals'
  | 'around'
  | 'workbook'
  | 'day'
  | 'review'
  | 'dashboard'
  | 'goals'
  | 'history'
  | 'reports'
  | 'share'
  | 'team'
  | 'versions'
  | 'merge';
type Loaders = Record<Part, () => Promise<Partial<Messages>>>;
const load: Record<Language, Loaders> = {
  'zh-CN': {
    common: () => import('./zh-CN/common.ts'),
    failures: () => import('./zh-CN/failures.ts'),
    quickstart: () => import('./zh-CN/quickstart.ts'),
    plan: () => import('./zh-CN/plan.ts'),
    why: () => import('./zh-CN/why.ts'),
    phone: () => import('./zh-CN/phone.ts'),
    imports: () => import('./zh-CN/imports.ts'),
    actuals: () => import('./zh-CN/actuals.ts'),
    around: () => import('./zh-CN/around.ts'),
    workbook: () => import('./zh-CN/workbook.ts'),
    day: () => import('./zh-CN/day.ts'),
    review: () => import('./zh-CN/review.ts'),
    dashboard: () => import('./zh-CN/dashboard.ts'),
    goals: () => import('./zh-CN/goals.ts'),
    history: () => import('./zh-CN/history.ts'),
    reports: () => import('./zh-CN/reports.ts'),
    share: () => import('./zh-CN/share.ts'),
    team: () => import('./zh-CN/team.ts'),
    versions: () => import('./zh-CN/versions.ts'),
    merge: () => import('./zh-CN/merge.ts'),
  },
  en: {
    common: () => import('./en/common.ts'),
    failures: () => import('./en/failures.ts'),
    quickstart: () => import('./en/quickstart.ts'),
    plan: () => import('./en/plan.ts'),
    why: () => import('./en/why.ts'),
    phone: () => import('./en/phone.ts'),
    imports: () => import('./en/imports.ts'),
    actuals: () => import('./en/actuals.ts'),
    around: () => import('./en/around.ts'),
    workbook: () => import('./en/workbook.ts'),
    day: () => import('./en/day.ts'),
    review: () => import('./en/review.ts'),
    dashboard: () => import('./en/dashboard.ts'),
    goals: () => import('./en/goals.ts'),
    history: () => import('./en/history.ts'),
    reports: () => import('./en/reports.ts'),
    share: () => import('./en/share.ts'),
    team: () => import('./en/team.ts'),
    versions: () => import('./en/versions.ts'),
    merge: () => import('./en/merge.ts'),
  },
};
/** A namespace of each part: where it is there, the part is. */
const KNOWN: Record<Part, keyof Messages> = {
  common: 'app',
  failures: 'failures',
  quickstart: 'quickstart',
  plan: 'sheets',
  why: 'why',
  phone: 'phone',
  imports: 'imports',
  actuals: 'actuals',
  around: 'settings',
  workbook: 'workbook',
  day: 'daily',
  review: 'review',
  dashboard: 'dashboard',
  goals: 'goals',
  history: 'history',
  reports: 'reports',
  share: 'share',
  team: 'team',
  versions: 'versions',
  merge: 'merge',
};
const ALL = Object.keys(KNOWN) as Part[];

let language = $state<Language>('zh-CN');
let messages = $state.raw<Partial<Messages> | null>(null);
/** The same, not reactive: who asks for a screen must not be asked again because its words have come. */
let present: { readonly of: Language; readonly messages: Partial<Messages> } | null = null;
function use(of: Language, next: Partial<Messages>): void {
  present = { of, messages: next };
  messages = next;
  language = of;
}

/** The language in use; reactive. */
export const currentLanguage = (): Language => language;

/** The messages of the language in use; reactive. Only after `setLanguage` resolved once, and with the parts that were loaded. */
export function t(): Messages {
  if (!messages) throw new Error('messages are read before a language was loaded');
  return messages as Messages;
}

const loaded = async (of: Language, parts: readonly Part[]): Promise<Partial<Messages>> =>
  Object.assign({}, ...(await Promise.all(parts.map((part) => load[of][part]())))) as Partial<Messages>;

export async function setLanguage(next: Language, parts: readonly Part[] = ALL): Promise<void> {
  use(next, await loaded(next, parts));
  if (typeof document !== 'undefined') document.documentElement.lang = next;
}

/** A screen's code together with the messages that it needs. */
export async function withMessages<Screen>(
  needed: Part | readonly Part[],
  screen: Promise<Screen>,
): Promise<Screen> {
  const before = present;
  const parts = [needed].flat().filter((part) => !before?.messages[KNOWN[part]]);
  if (!before || parts.length === 0) return screen;
  const [ready, more] = await Promise.all([screen, loaded(before.of, parts)]);
  // A language that was chosen meanwhile has brought all of its parts.
  if (present?.of === before.of) use(before.of, { ...present.messages, ...more });
  return ready;
}

/** For what is said later than the screen stands. */
export const fetchMessages = (part: Part): Promise<void> => withMessages(part, Promise.resolve());

export const preferredLanguage = (languages: readonly string[]): Language => {
  const first = languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return first === undefined || /^zh/i.test(first) ? (first ? 'zh-CN' : 'en') : 'en';
};
