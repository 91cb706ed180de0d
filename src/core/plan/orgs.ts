import type { Month } from '../../model/time.ts';
import { Cached } from './cached.ts';
import { buildOrg, keepEvidenceIndex, type Org } from './org.ts';
import { orgIn, treeIn } from './org-in-month.ts';
import type { PlanCopy } from './plan-copy.ts';

/** A plan's trees, the present one and those of earlier months, kept until a unit is moved. */
export class Orgs {
  #present = new Cached<Org>();
  #earlier = new Cached<Map<number, Org>>();

  copy(): Orgs {
    const copy = new Orgs();
    copy.#present = this.#present.copy();
    copy.#earlier = this.#earlier.copy();
    return copy;
  }

  /** `beside`: the org of a plan that this one lies beside, whose evidence it shares. */
  present({ units, counts, settings }: PlanCopy, beside: () => Org | undefined): Org {
    return this.#present.get([counts.units, settings.pattern], (previous) => {
      const next = keepEvidenceIndex(buildOrg(units, settings.pattern), previous);
      return keepEvidenceIndex(next, beside());
    });
  }

  in(month: Month, { places, counts, settings }: PlanCopy, present: Org): Org {
    const { begins } = places;
    const begun = begins.findLastIndex((begin) => begin <= month);
    if (begun === begins.length - 1) return present;
    const orgs = this.#earlier.get([present, counts.places], () => new Map<number, Org>());
    const made = orgs.get(begun) ?? orgIn(month, present, places, settings.pattern);
    orgs.set(begun, made);
    return made;
  }

  /** The groups that reps were in, as `levels` of the org has those of the present. */
  levelsIn(month: Month, plan: PlanCopy, present: Org): Org['levels'] {
    if (this.in(month, plan, present) === present) return present.levels;
    return treeIn(month, present, plan.places, plan.settings.pattern).levels;
  }
}
