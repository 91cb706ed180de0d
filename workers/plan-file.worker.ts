import { expose } from 'comlink';
import { createPlanFiles } from '../src/files/plan-file/job.ts';
import { decodePages } from '../src/storage/pages.ts';

expose(createPlanFiles({ read: decodePages }));
