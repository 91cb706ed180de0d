import { expose } from 'comlink';
import { MergeJob } from '../src/files/merge/job.ts';
import { decodePages, encodePages } from '../src/storage/pages.ts';

expose(new MergeJob({ read: decodePages, write: encodePages }));
