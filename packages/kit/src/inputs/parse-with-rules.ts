import { isSuiteError } from '../suite-error.js';
import { type InputSpec, invalidInputs, parseInputs, type RawInputs } from './input-spec.js';

type Values = Readonly<Record<string, unknown>>;
/** In sentences, empty when all is right. */
type Rules = (values: Values) => readonly string[] | Promise<readonly string[]>;

/**
 * Rules over one input and rules over several, told together: nobody should have to run twice to see them all.
 * @throws SuiteError INPUT_INVALID
 */
export async function parseWithRules(spec: InputSpec, raw: RawInputs, rules: Rules): Promise<Values> {
  try {
    const values = parseInputs(spec, raw);
    const problems = await rules(values);
    if (problems.length > 0) throw invalidInputs(problems);
    return values;
  } catch (thrown) {
    if (!isSuiteError(thrown)) throw thrown;
    const more = await rules(parseInputs(spec, onlyRight(spec, raw)));
    throw invalidInputs([...new Set([...thrown.message.split('\n'), ...more])]);
  }
}

/** Without the inputs that are wrong by themselves. */
function onlyRight(spec: InputSpec, { given, environment }: RawInputs): RawInputs {
  const right = Object.entries(spec).filter(([name, kind]) => {
    const own = given[name] === undefined ? {} : { [name]: given[name] };
    return isRight({ [name]: kind }, { given: own, environment });
  });
  const variables = right.flatMap(([, kind]) => kind.environment ?? []);
  return {
    given: Object.fromEntries(right.flatMap(([name]) => (given[name] === undefined ? [] : [[name, given[name]]]))),
    environment: Object.fromEntries(variables.map((name) => [name, environment[name]])),
  };
}

function isRight(spec: InputSpec, raw: RawInputs): boolean {
  try {
    parseInputs(spec, raw);
    return true;
  } catch {
    return false;
  }
}
