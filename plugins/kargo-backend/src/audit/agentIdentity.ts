import type { TracingService } from '@backstage/backend-plugin-api/alpha';

/** Who an agent says it is. Nobody has checked it: what is certain is the person, and the service that brought the agent. */
export interface AgentIdentity {
  readonly id?: string;
  readonly name?: string;
  readonly conversation?: string;
  readonly model?: string;
}

/** @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/ */
const ENTRIES: Readonly<Record<string, keyof AgentIdentity>> = {
  'gen_ai.agent.id': 'id',
  'gen_ai.agent.name': 'name',
  'gen_ai.conversation.id': 'conversation',
  'gen_ai.request.model': 'model',
};

const LONGEST_VALUE = 100;
/** The rest could pass for words of the history, or break its lines. */
const UNUSUAL = /[^\p{L}\p{N} ._:@/-]/gu;

/**
 * Reads the W3C baggage of the request that is being served. It is there only where Backstage runs with OpenTelemetry.
 *
 * @see https://www.w3.org/TR/baggage/
 */
export function agentIdentity({
  propagation,
}: Pick<TracingService, 'propagation'>): AgentIdentity {
  return Object.fromEntries(
    (propagation.getActiveBaggage()?.getAllEntries() ?? []).flatMap(
      ([key, { value }]) => {
        const field = Object.hasOwn(ENTRIES, key) ? ENTRIES[key] : undefined;
        const text = value.replace(UNUSUAL, '').slice(0, LONGEST_VALUE).trim();
        return field && text ? [[field, text]] : [];
      },
    ),
  );
}

/** How an agent is called in the history: by its own word, beside the service that is certain. */
export function agentName(
  identity: AgentIdentity,
  subject: string | undefined,
): string | undefined {
  const said = identity.name ?? identity.id;
  if (!said) return subject;
  return subject ? `${said} (${subject})` : said;
}
