import { expose } from 'comlink';
import { createPlanner } from '../src/core/planner.ts';

expose(createPlanner());
