/** Earlier states of a plan, who changed what, and where the plan is kept. */
export const versions = {
  unkept: (why: string) => `操作已完成，但事先的版本没有存下。${why}`,
};
