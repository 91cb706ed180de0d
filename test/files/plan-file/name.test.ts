import { expect, test } from 'vitest';
import { fileName } from '../../../src/files/plan-file/codec.ts';

test.each([
  ['一季度 计划', '一季度 计划.backcast'],
  ['Q1/Q2: "north" <a|b>?*\\', 'Q1 Q2 north a b.backcast'],
  ['../../etc/passwd', 'etc passwd.backcast'],
  ['a\u0000b\n c', 'a b c.backcast'],
  ['exe\u202Etxt', 'exe txt.backcast'],
  ['', 'plan.backcast'],
  [' . ', 'plan.backcast'],
  ['长'.repeat(200), `${'长'.repeat(80)}.backcast`],
])('the file of a plan named %o is %s', (plan, name) => {
  expect(fileName(plan)).toBe(name);
});
