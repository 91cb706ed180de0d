import { expose } from 'comlink';
import { createSerialPlanner } from '../src/core/serial-planner.ts';

expose(createSerialPlanner());
