import { name, refuse, whole } from './check.ts';

const WRITER = /^[\w-]{1,80}$/;

export function readWriter(value: unknown, i: number): string {
  const where = `writers[${i}]`;
  const writer = name(value, where);
  return WRITER.test(writer) ? writer : refuse('planWrongShape', { where });
}

/** The writer of a number. */
export const writerOf = (writers: readonly string[], value: unknown, where: string): string =>
  writers[whole(value, where)] ?? refuse('planUnknownWriter', { where });

/** A writer's counter; it starts at 1. */
export function counter(value: unknown, where: string): number {
  const n = whole(value, where);
  return n >= 1 ? n : refuse('planWrongShape', { where });
}
