import { fitRate } from './rate.ts';
import { fitShare } from './share.ts';
import type { StepEvidence, StepFit } from './types.ts';
import { fitValue } from './value.ts';
import { fitYield } from './yield.ts';

const FITS = { share: fitShare, rate: fitRate, value: fitValue, yield: fitYield };

/**
 * From a step's record to what is believed of each rep's, each group's and the company's ratio. Pure; columns of any
 * size, all-blank ones too. A rep without evidence gets the team's ratio, a company without any gets the template's
 * default, and NaN where there is none either.
 */
export const fitStep = (evidence: StepEvidence): StepFit => FITS[evidence.kind](evidence);
