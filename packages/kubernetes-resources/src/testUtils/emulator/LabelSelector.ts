import { apiErrors } from './KubernetesApiError';

type Labels = Readonly<Record<string, string>>;
type Requirement = (labels: Labels) => boolean;

const NAME_PART = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const OPERATORS = ['=', '==', '!=', '<', '>'];
const SPECIAL = '()=!<>,';

/** Texts of `k8s.io/apimachinery/pkg/api/validate/content`, which people read in the 400. */
const NAME_PART_RULE =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const KEY_RULE =
  "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
const VALUE_RULE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

function requirementError(message: string): Error {
  return apiErrors.badRequest(`unable to parse requirement: ${message}`);
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let index = 0;
  while (index < text.length) {
    const character = text[index];
    if (/\s/.test(character)) {
      index++;
    } else if (SPECIAL.includes(character)) {
      const two = text.slice(index, index + 2);
      const token = OPERATORS.includes(two) ? two : character;
      tokens.push(token);
      index += token.length;
    } else {
      const rest = text.slice(index);
      const end = rest.search(/[\s()=!<>,]/);
      const token = end === -1 ? rest : rest.slice(0, end);
      tokens.push(token);
      index += token.length;
    }
  }
  return tokens;
}

function isIdentifier(token: string | undefined): token is string {
  return (
    token !== undefined &&
    token !== '' &&
    !SPECIAL.includes(token[0]) &&
    !OPERATORS.includes(token)
  );
}

function checkKey(key: string): void {
  const parts = key.split('/');
  const name = parts[parts.length - 1];
  const invalid = (rule: string) =>
    requirementError(`<nil>: Invalid value: "${key}": ${rule}`);
  if (parts.length > 2) {
    throw invalid(KEY_RULE);
  }
  if (parts.length === 2 && !DNS_SUBDOMAIN.test(parts[0])) {
    throw invalid(KEY_RULE);
  }
  if (name.length > 63) {
    throw invalid('name part must be no more than 63 bytes');
  }
  if (!NAME_PART.test(name)) {
    throw invalid(NAME_PART_RULE);
  }
}

function checkValue(key: string, value: string, index: number): void {
  const invalid = (rule: string) =>
    requirementError(
      `values[${index}][${key}]: Invalid value: "${value}": ${rule}`,
    );
  if (value.length > 63) {
    throw invalid('must be no more than 63 bytes');
  }
  if (value !== '' && !NAME_PART.test(value)) {
    throw invalid(VALUE_RULE);
  }
}

/** The grammar of `k8s.io/apimachinery/pkg/labels/selector.go`, with its error texts. */
class LabelSelectorParser {
  readonly #tokens: readonly string[];
  #position = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    while (this.#peek() !== undefined) {
      const token = this.#peek();
      if (!isIdentifier(token) && token !== '!') {
        throw apiErrors.badRequest(
          `found '${token}', expected: !, identifier, or 'end of string'`,
        );
      }
      requirements.push(this.#requirement());
      const next = this.#next();
      if (next === undefined) {
        break;
      }
      if (next !== ',') {
        throw apiErrors.badRequest(
          `found '${next}', expected: ',' or 'end of string'`,
        );
      }
      const following = this.#peek();
      if (!isIdentifier(following) && following !== '!') {
        throw apiErrors.badRequest(
          `found '${following ?? ''}', expected: identifier after ','`,
        );
      }
    }
    return requirements;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#position];
  }

  #next(): string | undefined {
    return this.#tokens[this.#position++];
  }

  #requirement(): Requirement {
    const negated = this.#peek() === '!';
    if (negated) {
      this.#next();
    }
    const key = this.#next();
    if (!isIdentifier(key)) {
      throw requirementError(`found '${key ?? ''}', expected: identifier`);
    }
    checkKey(key);
    const operator = this.#peek();
    if (negated) {
      return labels => !(key in labels);
    }
    if (operator === undefined || operator === ',') {
      return labels => key in labels;
    }
    this.#next();
    return this.#comparison(key, operator);
  }

  #comparison(key: string, operator: string): Requirement {
    switch (operator) {
      case 'in':
      case 'notin': {
        const values = this.#set(key);
        return operator === 'in'
          ? labels => key in labels && values.includes(labels[key])
          : labels => !(key in labels) || !values.includes(labels[key]);
      }
      case '=':
      case '==': {
        const value = this.#value(key);
        return labels => labels[key] === value;
      }
      case '!=': {
        const value = this.#value(key);
        return labels => labels[key] !== value;
      }
      case '>':
      case '<':
        return this.#numeric(key, operator);
      default:
        throw requirementError(
          `found '${operator}', expected: in, notin, =, ==, !=, gt, lt`,
        );
    }
  }

  #numeric(key: string, operator: '>' | '<'): Requirement {
    const value = this.#value(key);
    if (!/^-?\d+$/.test(value)) {
      throw requirementError(
        `values[0]: Invalid value: "${value}": for 'Gt', 'Lt' operators, the value must be an integer`,
      );
    }
    return labels => {
      if (!/^-?\d+$/.test(labels[key] ?? '')) {
        return false;
      }
      const difference = Number(labels[key]) - Number(value);
      return operator === '>' ? difference > 0 : difference < 0;
    };
  }

  #value(key: string): string {
    const token = this.#peek();
    if (token === undefined || token === ',') {
      return '';
    }
    if (!isIdentifier(token)) {
      throw requirementError(`found '${token}', expected: identifier`);
    }
    this.#next();
    checkValue(key, token, 0);
    return token;
  }

  #set(key: string): readonly string[] {
    const open = this.#next();
    if (open !== '(') {
      throw requirementError(`found '${open ?? ''}' expected: '('`);
    }
    const values: string[] = [];
    if (this.#peek() === undefined) {
      throw requirementError("found '', expected: ',', ')' or identifier");
    }
    for (;;) {
      const token = this.#peek();
      values.push(isIdentifier(token) ? this.#next() ?? '' : '');
      const separator = this.#next();
      if (separator === ')') {
        break;
      }
      if (separator !== ',') {
        throw requirementError(
          `found '${separator ?? ''}', expected: ',' or ')'`,
        );
      }
    }
    values.forEach((value, index) => checkValue(key, value, index));
    return values;
  }
}

/** Compiles a label selector. @throws a 400 with the text of the real server. */
export function parseLabelSelector(
  text: string,
): (labels: Labels | undefined) => boolean {
  const requirements = new LabelSelectorParser(text).parse();
  return labels => requirements.every(matches => matches(labels ?? {}));
}
