import { expose } from 'comlink';
import { createSerialPlanner } from '../src/core/serial-planner.ts';
import type { Query } from '../src/model/planning.ts';
import { packAnswer } from '../src/model/goal-columns.ts';

/** Milliseconds that long work goes on before questions that came meanwhile are answered. */
const TURN = 40;

let began = performance.now();
const turns = {
  isOver: () => performance.now() - began > TURN,
  next: async () => {
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  },
};

const planner = createSerialPlanner(turns);
expose({ ...planner, read: async (query: Query) => packAnswer(await planner.read(query)) });
