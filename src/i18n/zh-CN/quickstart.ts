export const quickstart = {};
