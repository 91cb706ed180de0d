import { createSerialPlanner } from '../core/serial-planner.ts';
import type { PlannerClient } from './client.ts';
import { orderedClient } from './ordered.ts';

/** The planner on the same thread: for tests, benches, and where workers cannot start. */
export const createInlinePlanner = (): PlannerClient => orderedClient(createSerialPlanner(), () => undefined);
