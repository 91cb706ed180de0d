import type { Random } from './random.ts';
import type { Funnel, Link, Scenario } from './scenarios.ts';

/** What one rep's month came to, by measure. */
export type Counts = Readonly<Record<string, number>>;

/** A made-up company: what its plan may know, and what only the simulator does. */
export interface World {
  readonly scenario: Scenario;
  readonly funnel: Funnel;
  readonly months: number;
  readonly teamOf: readonly number[];
  /** By rep, then month, oldest first; null before a rep was hired. */
  readonly history: readonly (readonly (Counts | null)[])[];
  /** Next month's, drawn without a look at the hidden ratios. */
  readonly goals: readonly number[];
  /** Work that wins one unit of money on average next month, by the hidden ratios. */
  readonly truth: readonly number[];
  /** Draws one next month; each rep's ratios in it are the same for any work. */
  nextMonth(): (rep: number) => (work: number) => number;
  /** Draws one next month day by day: by rep, then working day, what was done and what came of it at once. */
  nextDays(days: number): readonly (readonly Counts[])[];
}

/** Between companies of one kind. */
const COMPANIES = 0.25;
const GOALS = 0.35;
const VOLUMES = { reps: 0.3, months: 0.15, days: 0.25 };
/** More deals a month than any goal here could need. */
const MOST_DEALS = 20_000;
/** The company's own walk, as a share of its reps'. */
const COMPANY_DRIFT = 0.3;

interface Hidden {
  /** By link: how far the rep is off the company. */
  readonly levels: number[];
  readonly volume: number;
  readonly hired: number;
}

/** All that is hidden from the plan. */
interface Company {
  readonly random: Random;
  readonly scenario: Scenario;
  readonly funnel: Funnel;
  /** By link. */
  readonly levels: number[];
  readonly reps: readonly Hidden[];
  readonly teamOf: readonly number[];
  readonly amountOf: (mean: number) => number;
}

export function makeWorld(random: Random, scenario: Scenario, funnel: Funnel): World {
  const [least, most] = scenario.months;
  const months = least + Math.floor((most - least + 1) * random.uniform());
  const company = found(random, scenario, funnel, months);
  const { reps, teamOf, levels, amountOf } = company;
  const history = liveThrough(company, months);
  const usual = funnel.links.reduce((product, link) => product * link.base, funnel.volume * scenario.volume);
  return {
    ...{ scenario, funnel, months, teamOf, history },
    goals: reps.map(() => Math.round(usual * Math.exp(GOALS * random.normal()))),
    truth: reps.map((rep) =>
      funnel.links.reduce((work, link, at) => work / unscaled(link, levels[at]! + rep.levels[at]!), 1),
    ),
    nextMonth: () => {
      const market = shocked(company);
      return (rep) => {
        const ratios = ratiosOf(company, reps[rep]!, market);
        return (work) => (work >= 0 ? walk(random, funnel, ratios, work, amountOf)['revenue']! : NaN);
      };
    },
    nextDays: (days) => {
      const market = shocked(company);
      return reps.map((rep) => {
        const ratios = ratiosOf(company, rep, market);
        const volume = (rep.volume * Math.exp(VOLUMES.months * random.normal())) / days;
        return Array.from({ length: days }, () => {
          const work = Math.round(volume * Math.exp(VOLUMES.days * random.normal()));
          return walk(random, funnel, ratios, work, amountOf);
        });
      });
    },
  };
}

function found(random: Random, scenario: Scenario, funnel: Funnel, months: number): Company {
  const size = Math.round(10 * 20 ** random.uniform());
  const teamCount = scenario.eight ? 8 : Math.ceil(size / 10);
  const around = (of: number): number[] => funnel.links.map((link) => spread(link, of) * random.normal());
  const teams = Array.from({ length: teamCount }, () => around(scenario.teams));
  const teamOf = Array.from({ length: size }, (_, rep) => rep % teamCount);
  return {
    ...{ random, scenario, funnel, teamOf, amountOf: amountsOf(0.7 + 0.4 * random.uniform(), random) },
    levels: around(COMPANIES).map((level, at) => level + scaled(funnel.links[at]!)),
    reps: teamOf.map((team) => ({
      levels: funnel.links.map((link, at) => teams[team]![at]! + link.between * random.normal()),
      volume: funnel.volume * scenario.volume * Math.exp(VOLUMES.reps * random.normal()),
      hired: random.uniform() < scenario.newHires ? months - Math.floor(3 * random.uniform()) : 0,
    })),
  };
}

function liveThrough(company: Company, months: number): World['history'] {
  const { random, reps, funnel, amountOf } = company;
  const history = reps.map((): (Counts | null)[] => []);
  for (let month = 0; month < months; month++) {
    const market = shocked(company);
    reps.forEach((rep, at) => {
      const work = Math.round(rep.volume * Math.exp(VOLUMES.months * random.normal()));
      const ratios = ratiosOf(company, rep, market);
      history[at]!.push(month < rep.hired ? null : walk(random, funnel, ratios, work, amountOf));
    });
    drift(company);
  }
  return history;
}

const isShare = ({ kind }: Link): boolean => kind === 'share' || kind === 'yield';
const scaled = (link: Link): number =>
  isShare(link) ? Math.log(link.base / (1 - link.base)) : Math.log(link.base);
const unscaled = (link: Link, level: number): number =>
  isShare(link) ? 1 / (1 + Math.exp(-level)) : Math.exp(level);

/** Amounts of money differ less than ratios do. */
const spread = ({ kind }: Link, of: number): number => (kind === 'value' ? of / 2 : of);

const shocked = ({ random, scenario, funnel, levels }: Company): number[] =>
  levels.map((level, at) => level + spread(funnel.links[at]!, scenario.shock) * random.normal());

function drift({ random, scenario, funnel, levels, reps }: Company): void {
  funnel.links.forEach((link, at) => {
    const step = spread(link, scenario.drift);
    levels[at]! += COMPANY_DRIFT * step * random.normal();
    for (const rep of reps) rep.levels[at]! += step * random.normal();
  });
}

function ratiosOf({ random, funnel }: Company, { levels }: Hidden, market: readonly number[]): number[] {
  return funnel.links.map((link, at) => {
    const mean = unscaled(link, market[at]! + levels[at]!);
    const { noise } = link;
    if (!isShare(link)) return mean * noise * random.gamma(1 / noise);
    const size = 1 / noise - 1;
    return random.beta(mean * size, (1 - mean) * size);
  });
}

/** Deals' amounts about a mean: log-normal. */
function amountsOf(variation: number, random: Random): (mean: number) => number {
  const sigma = Math.sqrt(Math.log1p(variation ** 2));
  return (mean) => Math.round(mean * Math.exp(sigma * random.normal() - sigma ** 2 / 2));
}

/** Walks one month from the work to the money, deal by deal once they have amounts. */
function walk(
  random: Random,
  { work: first, links }: Funnel,
  ratios: readonly number[],
  work: number,
  amountOf: (mean: number) => number,
): Record<string, number> {
  const counts: Record<string, number> = { [first]: work };
  let count = work;
  let deals: number[] = [];
  links.forEach(({ measure, kind }, at) => {
    const ratio = ratios[at]!;
    if (kind === 'share') count = random.binomial(count, ratio);
    else if (kind === 'rate') count = random.poisson(count * ratio);
    else if (kind === 'value')
      deals = Array.from({ length: Math.min(count, MOST_DEALS) }, () => amountOf(ratio));
    else deals = deals.filter(() => random.uniform() < ratio);
    counts[measure] =
      kind === 'value' || kind === 'yield' ? deals.reduce((sum, deal) => sum + deal, 0) : count;
  });
  return counts;
}
