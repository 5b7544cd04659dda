import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect';

/** The part of vitest that the tests use, for a run inside one process: the same matchers, nothing else around them. */

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

let registered = [];

function expect(value, message) {
  setState({ assertionCalls: 0 }, expect);
  return chai.expect(value, message);
}
Object.assign(expect, chai.expect);

/** `it.each` with rows of arguments, or with single values. */
function each(register) {
  return (rows) => (_name, run) => {
    for (const row of rows) register('', () => (Array.isArray(row) ? run(...row) : run(row)));
  };
}

function test(_name, first, second) {
  registered.push(typeof first === 'function' ? first : second);
}
test.each = each(test);

function describe(_name, group) {
  group();
}
describe.each = each((_name, group) => group());

export { describe, expect, test, test as it };

/** The tests that were declared since the last call. */
export function declared() {
  const found = registered;
  registered = [];
  return found;
}
