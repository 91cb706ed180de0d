import type { PlanRow } from '../storage/storage.ts';
import type { PlanInfo } from './contract.ts';

export const infoOf = ({ id, name, sample, changedAt, deletedAt, readOnly }: PlanRow): PlanInfo => ({
  id,
  name,
  sample,
  changedAt,
  deletedAt,
  readOnly: readOnly === true,
});
