import { z } from 'zod/v4';
import { riskClassConfigSchema, type RiskClass } from './riskClass';
import { SHIPPED_RISK_CLASSES } from './shippedRiskClasses';

const NAME = /^[a-z][a-z0-9-]{0,62}$/;

/** What a class of your own starts from: nothing is carried out, and somebody else looks at it. */
const CAUTIOUS: Omit<RiskClass, 'name'> = {
  executionMode: 'hand-off',
  approvers: { count: 1, groups: [] },
  minimumSoak: 'PT0S',
  verificationRequired: true,
  changeWindowRequired: false,
  calendar: [],
  rollback: { expectation: 'forward-fix' },
  longestDuration: 'PT1H',
};

const configSchema = z.record(
  z.string().regex(NAME, 'a risk class has a name like data-platform'),
  riskClassConfigSchema.partial(),
);

/**
 * The classes shipped, with the config in `kargo.riskClasses` over them. Each key that is set replaces the one shipped
 * as a whole.
 *
 * @throws `ZodError` where the config is wrong; risk is not guessed
 *
 * @public
 */
export function readRiskClasses(config: unknown): readonly RiskClass[] {
  const configured = configSchema.parse(config ?? {});
  const shipped = SHIPPED_RISK_CLASSES.map(riskClass => ({
    ...riskClass,
    ...defined(configured[riskClass.name] ?? {}),
  }));
  const own = Object.entries(configured)
    .filter(([name]) => !shipped.some(riskClass => riskClass.name === name))
    .map(([name, settings]) => ({ ...CAUTIOUS, ...defined(settings), name }));
  return [...shipped, ...own];
}

/** Spreading a key that is there but undefined would remove what it should inherit. */
function defined<T extends object>(settings: T): T {
  const copy = { ...settings };
  for (const key of Object.keys(copy)) {
    if (Reflect.get(copy, key) === undefined) Reflect.deleteProperty(copy, key);
  }
  return copy;
}
