import { expect, test as base } from '@playwright/test';

/** What a page logs of a request that failed: some specs take the network away. */
const FAILED_REQUEST = /^Failed to load resource/;

/** Every spec of the app also holds it to: no error in the console, none uncaught, and no request to anybody else. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const heard: string[] = [];
      context.on('weberror', (error) => void heard.push(error.error().stack ?? error.error().message));
      context.on('console', (message) => {
        if (message.type() === 'error' && !FAILED_REQUEST.test(message.text())) heard.push(message.text());
      });
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url)) heard.push(`request to ${url}`);
      });
      await use(undefined);
      expect(heard).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
