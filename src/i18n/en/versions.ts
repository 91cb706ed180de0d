import type { versions as zh } from '../zh-CN/versions.ts';

export const versions: typeof zh = {
  unkept: (why) => `Done, but the version before it could not be kept. ${why}`,
};
