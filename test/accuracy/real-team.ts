import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attain } from '../../src/core/odds/attain.ts';
import { chainOdds, outcomeOf } from '../../src/core/odds/chain-odds.ts';
import { fitStep } from '../../src/core/ratios/fit-step.ts';
import type { StepEvidence, StepFit } from '../../src/core/ratios/types.ts';
import { betaBinomial } from './beta-binomial.ts';
import type { Report } from './report.ts';

/** The worst log score per rep-month that a ratio may have. */
const RATIOS = [
  { name: 'connect', from: 'dials', to: 'connects', score: 4.9, halfLife: 3 },
  { name: 'talk60', from: 'connects', to: 'talk60', score: 4.6, halfLife: 3 },
  { name: 'talk300', from: 'talk60', to: 'talk300', score: 4.3, halfLife: 3 },
  { name: 'intent', from: 'leads', to: 'intent_AC', score: 3.4, halfLife: 3 },
  { name: 'win', from: 'intent_AC', to: 'wins', score: 2.2, halfLife: 3 },
] as const;
/** So many months are known before the first one is foretold. */
const FEWEST_MONTHS = 3;

/** A real team's record, month by month: fitted on all months before, scored on the next one. */
export function foretellRealTeam(report: Report): void {
  const folder = process.env['ACCURACY_DATA'] ?? join('..', 'shared', 'data');
  const path = join(folder, 'telesales_rep_month.csv');
  report.heading('A real team, each month foretold from those before it');
  if (!existsSync(path)) {
    report.note(`skipped: no data (${path}; ACCURACY_DATA names another folder)`);
    return;
  }
  const table = readTable(readFileSync(path, 'utf8'));
  for (const ratio of RATIOS) scoreRatio(report, table, ratio);
  keepPromises(report, table);
}

interface Table {
  readonly reps: number;
  readonly months: number;
  /** Rep-major, NaN = blank. */
  readonly columns: Readonly<Record<string, Float64Array>>;
}

function readTable(text: string): Table {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  const rows = lines.map((line) => line.split(','));
  const reps = [...new Set(rows.map(([rep]) => rep))].sort();
  const months = [...new Set(rows.map(([, month]) => month))].sort();
  const columns = Object.fromEntries(
    names.slice(2).map((name, at) => {
      const column = new Float64Array(reps.length * months.length).fill(NaN);
      for (const row of rows) {
        const cell = row[at + 2];
        if (cell) column[reps.indexOf(row[0]) * months.length + months.indexOf(row[1])] = Number(cell);
      }
      return [name, column];
    }),
  );
  return { reps: reps.length, months: months.length, columns };
}

/** The record of a step as it stood before a month. */
function before(table: Table, from: string, to: string, month: number, halfLife: number): StepEvidence {
  const cut = (name: string): Float64Array =>
    Float64Array.from({ length: table.reps * month }, (_, i) =>
      cell(table, name, Math.floor(i / month), i % month),
    );
  const blank = new Float64Array(table.reps).fill(NaN);
  return {
    ...{ kind: 'share', reps: table.reps, months: month, halfLife, levels: [], assumed: null },
    ...{ x: cut(to), n: cut(from), runningX: blank, runningN: blank },
  };
}

const cell = ({ months, columns }: Table, name: string, rep: number, month: number): number =>
  columns[name]![rep * months + month]!;

function scoreRatio(
  report: Report,
  table: Table,
  { name, from, to, score, halfLife }: (typeof RATIOS)[number],
) {
  const sums = { count: 0, score: 0, inside: 0, n: 0, error: 0, rawError: 0 };
  for (let month = FEWEST_MONTHS; month < table.months; month++) {
    const fit = fitStep(before(table, from, to, month, halfLife));
    for (let rep = 0; rep < table.reps; rep++) {
      const [x, n] = [cell(table, to, rep, month), cell(table, from, rep, month)];
      if (!(n > 0 && x >= 0 && x <= n)) continue;
      const { shrunk, raw, S } = fit.reps[rep]!;
      const { chance, below } = betaBinomial(n, x, shrunk, S);
      sums.count++;
      sums.score -= Math.log(chance);
      // The share of this count's own chance that lies between the quantiles of 10 % and 90 %.
      sums.inside += Math.max(0, Math.min(0.9, below + chance) - Math.max(0.1, below)) / chance;
      if (Number.isNaN(raw)) continue;
      sums.n += n;
      sums.error += n * (x / n - shrunk) ** 2;
      sums.rawError += n * (x / n - raw) ** 2;
    }
  }
  report.within(`${name}: cover of the 80 % interval`, sums.inside / sums.count, 0.75, 0.88);
  report.atMost(`${name}: log score per rep-month (${sums.count})`, sums.score / sums.count, score);
  report.atMost(
    `${name}: weighted RMSE, at most the raw ratio's`,
    Math.sqrt(sums.error / sums.n),
    Math.sqrt(sums.rawError / sums.n),
  );
}

/** Would the money have come that the month's leads promised with this chance? */
function keepPromises(report: Report, table: Table): void {
  const steps = [
    ['leads', 'intent_AC'],
    ['intent_AC', 'wins'],
  ] as const;
  const kept = new Map([0.8, 0.5].map((chance) => [chance, { made: 0, kept: 0 }]));
  for (let month = FEWEST_MONTHS; month < table.months; month++) {
    const fits = steps.map(([from, to]) => fitStep(before(table, from, to, month, 3)));
    const value = fitStep({ ...before(table, 'wins', 'revenue', month, 6), kind: 'value' });
    for (let rep = 0; rep < table.reps; rep++) {
      const [leads, money] = [cell(table, 'leads', rep, month), cell(table, 'revenue', rep, month)];
      if (leads > 0 && money >= 0) promise(kept, fits, value, rep, leads, money);
    }
  }
  for (const [chance, { made, kept: good }] of kept)
    report.note(
      `of ${made} promises at ${chance * 100} %, whole chain: ${good} kept (${((good / made) * 100).toFixed(0)} %)`,
    );
}

function promise(
  kept: ReadonlyMap<number, { made: number; kept: number }>,
  fits: readonly StepFit[],
  value: StepFit,
  rep: number,
  leads: number,
  money: number,
): void {
  const { shrunk, vv, s2 } = value.reps[rep]!;
  const steps = fits.map(({ reps }) => ({
    kind: 'share' as const,
    mean: reps[rep]!.shrunk,
    size: reps[rep]!.S,
  }));
  const outcome = outcomeOf(chainOdds(steps, { mean: shrunk, vv, s2 }), leads);
  // A goal can be promised only where anything at all is likely enough.
  const some = attain(outcome, 1e-9 * shrunk);
  for (const [chance, tally] of kept) {
    if (!(some >= chance)) continue;
    tally.made++;
    if (money > 0 && attain(outcome, money) <= chance) tally.kept++;
  }
}
