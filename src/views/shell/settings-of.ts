import { SETTINGS_ID } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { parseSettings } from '../../model/records/read.ts';
import type { Settings } from '../../model/records/settings.ts';
import type { PlanSession } from '../../state/contract.ts';

const NONE: Values = {};
const parsed = new WeakMap<Values, Settings>();

/** The settings of a plan, read once as long as they are the same: every edit asks several times. */
export function settingsOf(session: Pick<PlanSession, 'get'>): Settings {
  const values = session.get(SETTINGS_ID) ?? NONE;
  const settings = parsed.get(values) ?? parseSettings(values);
  parsed.set(values, settings);
  return settings;
}
