import { DeviceInventory, type PoolDevice } from '../inventory';
import { readResourceSlice } from '../resources';
import { CelSelector } from './CelSelector';

const DRIVER = 'dra.example.com';

function deviceWith(fields: object): PoolDevice {
  const slice = readResourceSlice({
    metadata: { name: 'slice' },
    spec: {
      driver: DRIVER,
      pool: { name: 'pool', generation: 1, resourceSliceCount: 1 },
      allNodes: true,
      devices: [{ name: 'device', ...fields }],
    },
  });
  const [device] = DeviceInventory.create({ slices: [slice] }).pools[0].devices;
  return device;
}

function evaluate(expression: string, fields: object = {}) {
  return CelSelector.create(expression).evaluate(deviceWith(fields));
}

const named = (attribute: object) => ({ attributes: { name: attribute } });
const ATTRIBUTES = 'device.attributes["dra.example.com"]';
const CAPACITY = 'device.capacity["dra.example.com"]';

describe('CelSelector', () => {
  // The facts are those of kubernetes/dynamic-resource-allocation cel/compile_test.go.
  it.each<[string, object, boolean]>([
    ['true', {}, true],
    ['false', {}, false],
    [`device.driver == "${DRIVER}"`, {}, true],
    ['"no-such-domain" in device.attributes', {}, false],
    [`"${DRIVER}" in device.attributes`, named({ bool: true }), true],
    [`${ATTRIBUTES}.name`, named({ bool: true }), true],
    [`${ATTRIBUTES}["name"]`, named({ bool: true }), true],
    [
      `cel.bind(dra, ${ATTRIBUTES}, dra.name && dra.name)`,
      named({ bool: true }),
      true,
    ],
    [
      'device.attributes["other.example.com"].name',
      { attributes: { 'other.example.com/name': { bool: true } } },
      true,
    ],
    [`${ATTRIBUTES}.name > 0`, named({ int: 1 }), true],
    [`${ATTRIBUTES}.name == "fish"`, named({ string: 'fish' }), true],
    [`${ATTRIBUTES}.name in ["fish", "bird"]`, named({ string: 'cat' }), false],
    [
      `${ATTRIBUTES}.name.includes("fish")`,
      named({ strings: ['fish', 'bird'] }),
      true,
    ],
    [`${ATTRIBUTES}.name.includes("fish")`, named({ string: 'fish' }), true],
    [`${ATTRIBUTES}.name.includes(3)`, named({ ints: [1, 2] }), false],
    [
      `${ATTRIBUTES}.name.includes(semver("1.0.0"))`,
      named({ versions: ['1.0.0'] }),
      true,
    ],
    [`${ATTRIBUTES}.name.size() == 2`, named({ bools: [true, false] }), true],
    [`${ATTRIBUTES}.name.exists(x, x > 1)`, named({ ints: [1, 2] }), true],
    [
      `${ATTRIBUTES}.name.isGreaterThan(semver("0.0.1"))`,
      named({ version: '1.0.0' }),
      true,
    ],
    [
      `${ATTRIBUTES}.name.isGreaterThan(semver("v0.0.1", true)) && isSemver("v1.0", true)`,
      named({ version: '1.0.0' }),
      true,
    ],
    [
      `${CAPACITY}.name.isGreaterThan(quantity("1Ki"))`,
      { capacity: { name: { value: '1Mi' } } },
      true,
    ],
    [
      `${CAPACITY}.name.compareTo(quantity("1024")) == 0`,
      { capacity: { name: { value: '1Ki' } } },
      true,
    ],
    [
      `${CAPACITY}.name == quantity("1024")`,
      { capacity: { name: { value: '1Ki' } } },
      true,
    ],
    [
      `${CAPACITY}.name.asInteger() >= 40 && ${CAPACITY}.name.isInteger()`,
      { capacity: { name: { value: '40' } } },
      true,
    ],
    [
      `"name" in ${CAPACITY} && ${CAPACITY}.name.isLessThan(quantity("1Ki"))`,
      {},
      false,
    ],
    [
      `!("name" in ${CAPACITY}) || ${CAPACITY}.name.isGreaterThan(quantity("1Ki"))`,
      {},
      true,
    ],
    [`has(${ATTRIBUTES}.name)`, {}, false],
    [
      `device.attributes.exists_one(x, x == "${DRIVER}")`,
      named({ bool: true }),
      true,
    ],
    [
      `${ATTRIBUTES}.name.split("example").size() >= 2`,
      named({ string: 'some_example_value' }),
      true,
    ],
    [
      `${ATTRIBUTES}.name.matches("[^a]?sym")`,
      named({ string: 'asymetric' }),
      true,
    ],
    [
      `${ATTRIBUTES}.name.lowerAscii().startsWith("nvidia")`,
      named({ string: 'NVIDIA H100' }),
      true,
    ],
    ['device.allowMultipleAllocations == false', {}, true],
    [
      'device.allowMultipleAllocations',
      { allowMultipleAllocations: true },
      true,
    ],
  ])('%s on %j is %s', (expression, fields, matches) => {
    expect(evaluate(expression, fields)).toEqual({ matches });
  });

  it.each<[string, object, string]>([
    [
      `${ATTRIBUTES}.name.isGreaterThan(quantity("0"))`,
      {},
      'no such key: name',
    ],
    [
      'device.attributes["no-such-domain"]["name"] == 1',
      {},
      'no such key: name',
    ],
    ['1', {}, 'the expression gives no bool'],
    ['true', named({ version: '1.0' }), '"1.0" is not a semantic version'],
    ['true', named({ float: 1.5 }), 'unsupported attribute value'],
  ])('fails on %s with %j as upstream', (expression, fields, reason) => {
    expect(evaluate(expression, fields)).toEqual({
      matches: 'unknown',
      fails: true,
      reason,
    });
  });

  it.each([
    ['?!'],
    [''],
    ['device.newField == 1'],
    ['ip("10.0.0.1") == ip("10.0.0.1")'],
    [`[1, 2].all(x, [1, 2].all(y, x == y))`],
    [`true || ${'true || '.repeat(2000)}true`],
    ['process.exit(1)'],
    ['device.constructor.constructor("return 1")() == 1'],
    [`${'('.repeat(5000)}true${')'.repeat(5000)}`],
  ])('does not know %.40s', expression => {
    expect(evaluate(expression)).toMatchObject({
      matches: 'unknown',
      fails: false,
    });
  });

  // What is unknown counts as CEL counts errors: the other side may still decide.
  it.each<[string, boolean | 'unknown']>([
    ['ip("a") == ip("b") && false', false],
    ['false && ip("a") == ip("b")', false],
    ['ip("a") == ip("b") || true', true],
    ['true || ip("a") == ip("b")', true],
    ['ip("a") == ip("b") && true', 'unknown'],
    ['ip("a") == ip("b") || false', 'unknown'],
    ['!(ip("a") == ip("b"))', 'unknown'],
    ['(ip("a") == ip("b")) ? true : true', 'unknown'],
    [`${ATTRIBUTES}.name == 1 && false`, false],
    [`true || ${ATTRIBUTES}.name == 1`, true],
  ])('%s is %s', (expression, matches) => {
    expect(evaluate(expression).matches).toBe(matches);
  });

  it('takes linear time for regular expressions', () => {
    const started = Date.now();
    expect(
      evaluate(
        `${ATTRIBUTES}.name.matches("^(a+)+$")`,
        named({ string: `${'a'.repeat(63)}!` }),
      ),
    ).toEqual({ matches: false });
    expect(Date.now() - started).toBeLessThan(1000);
  });

  it.each<[string, boolean]>([
    [`device.driver == "${DRIVER}" && ${ATTRIBUTES}.type == "gpu"`, false],
    ['device.driver == "other.example.com" && device.attributes["x"].y', true],
    [`${ATTRIBUTES}.type == "gpu"`, false],
  ])('knows from %s whether the driver is out of the question', (text, out) => {
    expect(CelSelector.create(text).excludesDriver(DRIVER)).toBe(out);
  });
});
