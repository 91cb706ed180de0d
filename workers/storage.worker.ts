import { runBulkJob } from '../src/storage/bulk-job.ts';
import type { BulkJob } from '../src/storage/bulk.ts';

addEventListener('message', (event: MessageEvent<BulkJob>) => {
  void runBulkJob(event.data).then((written) => postMessage(written));
});
