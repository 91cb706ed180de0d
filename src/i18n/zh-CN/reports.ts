/** Daily and weekly reports. */
export const reports = { title: '报告' };
