import { expose } from 'comlink';
import { createPlanFiles } from '../src/files/plan-file/job.ts';
import { decodePages, encodePages } from '../src/storage/pages.ts';

expose(createPlanFiles({ read: decodePages, write: encodePages }));
