import fc from 'fast-check';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { decode, encode, encodeText, type PlanFile } from '../../../src/files/plan-file/index.ts';
import { failures as en } from '../../../src/i18n/en/failures.ts';
import { failures as zh } from '../../../src/i18n/zh-CN/failures.ts';
import { commit, content, join, newFacts, newWriter, type Facts } from '../../../src/model/facts/index.ts';
import type { Json } from '../../../src/model/json.ts';
import { forged, forgedText, meta, samplePlan, type Edited } from './samples.ts';

const plan = samplePlan();
let file: Uint8Array;
beforeAll(async () => {
  file = await encode(plan, meta);
});

async function opened(bytes: Uint8Array): Promise<PlanFile> {
  const result = await decode(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
/** The refusal's code; it has a sentence in both languages. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await decode(bytes);
  if (result.ok) throw new Error('it was opened');
  const { code, values } = result.failure;
  for (const sentences of [zh, en] as Record<string, (values: object) => string>[])
    expect(sentences[code]!(values ?? {})).toMatch(/^(?!.*undefined).{8,}$/);
  return code;
}
const text = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
type Group = { fields: Json[]; ids: Json[]; stamps: Json[]; values: Json[][]; differing: Json[][] };
const groups = (json: Edited) => json.content['groups'] as unknown as Group[];
/** The group that holds a record, and the record's row in it. */
const find = (json: Edited, id: string): [Group, number] => {
  const group = groups(json).find(({ ids }) => ids.includes(id))!;
  return [group, group.ids.indexOf(id)];
};
const write = (id: string, field: string, value: Json) => (json: Edited) => {
  const [group, row] = find(json, id);
  group.values[group.fields.indexOf(field)]![row] = value;
};

describe('a plan file', () => {
  test('opens as the very plan that was saved: facts, stamps, disputes and deletions', async () => {
    const { facts, meta: read } = await opened(file);
    expect(read).toEqual(meta);
    expect(facts.id).toBe(plan.id);
    expect([...facts.recs].sort()).toEqual([...plan.recs].sort());
    expect(join(plan, facts).recs).toEqual(plan.recs);
  });

  test('is equal in every byte for equal plans, whatever the order of their records', async () => {
    const shuffled: Facts = { id: plan.id, recs: new Map([...plan.recs].reverse()) };
    expect(await encode(shuffled, meta)).toEqual(file);
    expect(await encode((await opened(file)).facts, meta)).toEqual(file);
    const cloned: Facts = { id: plan.id, recs: structuredClone(plan.recs) };
    expect(await encode(cloned, meta)).toEqual(file);
  });

  test('is also read unpacked, with a byte order mark, and laid out anew by an editor', async () => {
    const plain = await encodeText(plan, meta);
    const pretty = JSON.stringify(JSON.parse(plain), null, 2);
    for (const form of [plain, `\uFEFF${plain}`, pretty])
      expect((await opened(text(form))).facts.recs).toEqual((await opened(file)).facts.recs);
  });

  test('keeps fields and kinds that this version does not know', async () => {
    const shown = content((await opened(file)).facts);
    expect(shown['lead/l1']).toEqual({ kind: 7, tags: ['of', { a: 'newer version' }] });
    expect(shown['goal/u1/2026-11']?.['ofNewerVersion']).toEqual({ deep: [1] });
  });

  test('holds markup and formulas in names as the plain text that they are', async () => {
    const shown = content((await opened(file)).facts);
    expect(shown['settings/plan']?.['name']).toBe('<b>一季度</b> & "plan"');
    expect(shown['unit/u1']?.['name']).toBe('=1+1');
  });

  test('of a plan whose row was left half typed opens again', async () => {
    const [half] = commit(plan, newWriter(), 1, [{ id: 'unit/u1', field: 'name', value: null }]);
    expect((await opened(await encode(half, meta))).facts.recs.get('unit/u1')).toEqual(
      half.recs.get('unit/u1'),
    );
  });

  test('of an empty plan opens', async () => {
    const empty: Facts = { id: 'e', recs: new Map() };
    expect((await opened(await encode(empty, meta))).facts.recs.size).toBe(0);
  });
});

describe('anything else is refused with its own reason', () => {
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['an empty file', 'planNotBackcast', () => new Uint8Array()],
    ['a CSV', 'planNotBackcast', () => text('rep,month\nAnn,2026-10\n')],
    ['some JSON', 'planNotBackcast', () => text({ hello: 1 })],
    ['a JSON list', 'planNotBackcast', () => text([1])],
    ['a picture', 'planNotBackcast', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])],
    ['a packed text', 'planNotBackcast', () => gzipSync('hello')],
    ['a newer version', 'planNewer', () => forged(file, (json) => ({ ...json, version: 2 }))],
    ['no version', 'planDamaged', () => forged(file, (json) => ({ ...json, version: null }))],
    ['a cut packed file', 'planDamaged', () => file.slice(0, file.length / 2)],
    ['a cut plain file', 'planDamaged', async () => text((await encodeText(plan, meta)).slice(0, 900))],
    ['changed content', 'planChecksum', () => text(gunzipSync(file).toString().replace('1250', '9250'))],
    ['a zip bomb', 'planTooLarge', () => gzipSync(Buffer.alloc(101_000_000, ' '), { level: 9 })],
    [
      'a field __proto__',
      'planHostileKey',
      () => forgedText(file, (c) => c.replace('"amount"', '"__proto__"')),
    ],
    [
      'a field constructor',
      'planHostileKey',
      () => forgedText(file, (c) => c.replace('"amount"', '"constructor"')),
    ],
    [
      'a nested __proto__',
      'planHostileKey',
      () => forgedText(file, (c) => c.replace('"拨打"', '"__proto__"')),
    ],
    [
      'a writer __proto__',
      'planHostileKey',
      () => forged(file, (j) => void (j.content['writers'] = ['__proto__'])),
    ],
    [
      'a writer with spaces',
      'planWrongShape',
      () => forged(file, (j) => void (j.content['writers'] = ['a b'])),
    ],
    ['unknown writers', 'planUnknownWriter', () => forged(file, (j) => void (j.content['writers'] = []))],
    [
      'unknown stamps',
      'planUnknownStamp',
      () => forged(file, (j) => void (find(j, 'unit/u1')[0].stamps[0] = 1e6)),
    ],
    [
      'a negative stamp',
      'planUnknownStamp',
      () => forged(file, (j) => void (find(j, 'unit/u1')[0].stamps[0] = -1)),
    ],
    ['no stamps', 'planWrongShape', () => forged(file, (j) => void (j.content['stamps'] = null))],
    ['columns as text', 'planWrongShape', () => forged(file, (j) => void (j.content['groups'] = 'all'))],
    ['a short column', 'planWrongShape', () => forged(file, (j) => void groups(j)[0]!.values[0]!.pop())],
    ['a record twice', 'planWrongShape', () => forged(file, (j) => void groups(j).push(groups(j)[0]!))],
    ['an id that is none', 'planWrongShape', () => forged(file, (j) => void (groups(j)[0]!.ids[0] = 'x'))],
    ['a life that is none', 'planWrongShape', () => forged(file, write('unit/u1', '$', 'yes'))],
    [
      'a deletion by nobody',
      'planUnknownWriter',
      () => forged(file, write('unit/u1', '$', { gone: { name: [9, 1] } })),
    ],
    [
      'a counter of 0',
      'planWrongShape',
      () => forged(file, write('unit/u1', '$', { gone: { name: [0, 0] } })),
    ],
    ['values without end', 'planWrongShape', () => forged(file, write('lead/l1', 'kind', nested(50)))],
    [
      'a billionth row',
      'planWrongShape',
      () => forged(file, (j) => void groups(j)[0]!.differing.push([1e9, '$', 0, true])),
    ],
    [
      'a half fact',
      'planWrongShape',
      () => forged(file, (j) => void groups(j)[0]!.differing.push([0, '$', 0])),
    ],
    ['a count as text', 'planWrongValue', () => forged(file, write('history/u3/2026-10', 'dials', '900'))],
    ['a name as number', 'planWrongValue', () => forged(file, write('unit/u1', 'name', 7))],
    ['half a cent', 'planWrongValue', () => forged(file, write('goal/u1/2026-11', 'amount', 0.5))],
    ['a settings list', 'planWrongValue', () => forged(file, write('settings/plan', 'cutoffDay', 31))],
  ])('%s: %s', async (_what, code, make) => {
    expect(await refusal(await make())).toBe(code);
  });

  test('too many records, before they are built', async () => {
    const many = gzipSync(`{"format":"backcast","version":1,"sha256":"","content":0}`);
    const bytes = forged(many, () => ({
      format: 'backcast',
      version: 1,
      content: {
        meta,
        plan: 'p',
        writers: [],
        stamps: [],
        groups: [
          { fields: ['$'], ids: Array<Json>(2_000_001).fill(0), stamps: [], values: [], differing: [] },
        ],
      },
    }));
    expect(await refusal(bytes)).toBe('planTooMany');
  });

  test('JSON nested deeper than an engine can walk', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const bytes = text(`{"format":"backcast","version":1,"sha256":"x","content":${deep}}`);
    expect(['planDamaged', 'planChecksum']).toContain(await refusal(bytes));
  });

  test('an impossible value is named by record and field, in a dispute too', async () => {
    const bytes = forged(file, (json) => {
      const [group, row] = find(json, 'history/u1/2026-10');
      const dials = group.differing.find(([r, field]) => r === row && field === 'dials')!;
      dials[5] = 'many';
    });
    const result = await decode(bytes);
    expect(result).toMatchObject({
      failure: { code: 'planWrongValue', at: { record: 'history/u1/2026-10', field: 'dials' } },
    });
  });

  test('what a column says of a disputed cell does not count: its facts say what is shown', async () => {
    const bytes = forged(file, write('history/u1/2026-10', 'dials', 999_999));
    const { facts } = await opened(bytes);
    expect(facts.recs.get('history/u1/2026-10')).toEqual(plan.recs.get('history/u1/2026-10'));
  });

  test('nothing reaches into the language itself', async () => {
    const hostile = forgedText(file, (c) => c.replace('"拨打"', '"__proto__":{"polluted":1},"x"'));
    expect((await decode(hostile)).ok).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

function nested(depth: number): Json {
  return depth ? [nested(depth - 1)] : 1;
}

describe('properties', () => {
  const key = fc.stringMatching(/^[a-z]{1,3}$/);
  const value: fc.Arbitrary<Json> = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 2 }),
  );
  const edits = fc.array(
    fc.record({ id: key.map((k) => `x/${k}`), field: key, value, writer: fc.nat(2), remove: fc.boolean() }),
    { maxLength: 30 },
  );

  test('whatever two people write, the file gives it back', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        const writers = [newWriter(), newWriter(), newWriter()];
        const states: Facts[] = writers.map(() => newFacts('p', [], newWriter(), 1));
        for (const [i, { id, field, value: to, writer, remove }] of all.entries())
          [states[writer]] = commit(states[writer]!, writers[writer]!, i, [
            remove ? { remove: id } : { id, field, value: to },
          ]) as [Facts, unknown];
        const joined = join(states[0]!, ...states.slice(1));
        const bytes = await encode(joined, meta);
        const { facts } = await opened(bytes);
        expect([...facts.recs]).toEqual([...joined.recs].sort(([a], [b]) => (a < b ? -1 : 1)));
        expect(await encode(facts, meta)).toEqual(bytes);
      }),
      { numRuns: 100 },
    );
  });

  const same = async (bytes: Uint8Array): Promise<boolean> => {
    const result = await decode(bytes);
    return (
      !result.ok ||
      (await encodeText(result.value.facts, result.value.meta)) === (await encodeText(plan, meta))
    );
  };

  test('a cut anywhere is refused', async () => {
    for (let length = 0; length < file.length; length += 7)
      expect((await decode(file.slice(0, length))).ok).toBe(false);
  });

  test('a changed byte anywhere, packed or plain, is refused or makes no difference', async () => {
    const plain = text(await encodeText(plan, meta));
    for (const original of [file, plain])
      await fc.assert(
        fc.asyncProperty(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
          const bytes = original.slice();
          bytes[at]! ^= flip;
          expect(await same(bytes)).toBe(true);
        }),
        { numRuns: 300 },
      );
  });

  test('signed rubbish in any place is refused or read, and never throws', async () => {
    const base = JSON.parse(gunzipSync(file).toString()) as Edited;
    const paths: (string | number)[][] = [];
    const walk = (at: unknown, path: (string | number)[]): void => {
      paths.push(path);
      if (typeof at === 'object' && at !== null)
        for (const [k, v] of Object.entries(at)) walk(v, [...path, Array.isArray(at) ? Number(k) : k]);
    };
    walk(base.content, []);
    const rubbish = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(1e308), fc.constant('__proto__'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths.slice(1)), rubbish, async (path, junk) => {
        const bytes = forged(file, (json) => {
          let at: Record<string | number, unknown> = json.content;
          for (const part of path.slice(0, -1)) at = at[part] as Record<string | number, unknown>;
          at[path.at(-1)!] = junk;
        });
        const result = await decode(bytes);
        if (result.ok) await encode(result.value.facts, result.value.meta);
      }),
      { numRuns: 400 },
    );
  });
});
