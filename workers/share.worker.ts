import { expose } from 'comlink';
import { createGivenFiles } from '../src/files/slice/job.ts';
import { decodePages, encodePages } from '../src/storage/pages.ts';

expose(createGivenFiles({ read: decodePages, write: encodePages }));
