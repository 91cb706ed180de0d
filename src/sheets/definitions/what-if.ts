import { besideFields, besideOf } from '../backcast/beside-fields.ts';
import { backcastSheet } from './backcast.ts';

/** The Backcast of an open what-if, the plan's numbers beside its own. */
export const whatIf = backcastSheet('whatIf', { besideFields, besideOf });
