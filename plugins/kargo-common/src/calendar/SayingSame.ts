import type { CalendarRule } from '../controls/calendar';

/** Sync windows stand once in the calendar, however many applications they concern. */
function keeper({ owner }: CalendarRule): unknown {
  return owner.type === 'argocd' ? { ...owner, application: '' } : owner;
}

/** Tells which rules say the same of several stages, and gives them one id. */
export class SayingSame {
  readonly #keys = new Map<CalendarRule, string>();
  readonly #keysOfAll = new Map<readonly CalendarRule[], ReadonlySet<string>>();
  readonly #ids = new Map<string, string>();

  /** Equal for rules that say the same. */
  keyOf(rule: CalendarRule): string {
    const known = this.#keys.get(rule);
    if (known !== undefined) return known;
    const { id, title, reason, kind, schedule } = rule;
    const key = JSON.stringify([keeper(rule), title, reason, kind, schedule]);
    this.#keys.set(rule, key);
    if (!this.#ids.has(key)) this.#ids.set(key, id);
    return key;
  }

  /** The keys of a list, each once. */
  keysOf(rules: readonly CalendarRule[]): ReadonlySet<string> {
    const known = this.#keysOfAll.get(rules);
    if (known) return known;
    const keys = new Set(rules.map(rule => this.keyOf(rule)));
    this.#keysOfAll.set(rules, keys);
    return keys;
  }

  /** The id under which all of them stand: that of the first. */
  idOf(rule: CalendarRule): string {
    return this.#ids.get(this.keyOf(rule)) ?? rule.id;
  }
}
