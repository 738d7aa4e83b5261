import { COLLECTED_TEXTS } from './__fixtures__';
import { explainText } from './explainText';
import { matchText } from './matchText';
import { DIAGNOSIS_OPERATIONS } from './operations';
import { redact } from './redact';
import { DIAGNOSIS_RULES } from './rules';
import { stripWrappers } from './stripWrappers';
import { unknownShare } from './unknownShare';
import { isInVersionRange } from './versionRange';

const explain = (collected: (typeof COLLECTED_TEXTS)[number]) =>
  explainText({
    message: collected.text,
    subject: collected.subject,
    uses: collected.uses,
    nature: 'undetermined',
    evidence: [],
  });

describe('the collected texts', () => {
  it('are each explained by the rule that belongs to them', () => {
    const confused = COLLECTED_TEXTS.flatMap(collected => {
      const diagnosis = explain(collected);
      const rule =
        diagnosis.status === 'explained' ? diagnosis.rule : diagnosis.status;
      return rule === collected.rule
        ? []
        : [
            `${collected.source}: ${rule} for ${collected.rule}: ${collected.text}`,
          ];
    });
    expect(confused).toEqual([]);
  });

  it('have one rule that comes first, never two that are equal', () => {
    const equal = COLLECTED_TEXTS.flatMap(collected => {
      const { text } = stripWrappers(redact(collected.text));
      const [first, second] = matchText(text, collected).statements;
      return second &&
        first.match.index === second.match.index &&
        first.match.specificity === second.match.specificity &&
        Boolean(first.item.uses) === Boolean(second.item.uses)
        ? [`${first.item.id} and ${second.item.id}: ${collected.text}`]
        : [];
    });
    expect(equal).toEqual([]);
  });

  it('leave none unknown', () => {
    expect(unknownShare(COLLECTED_TEXTS)).toBe(0);
    expect(unknownShare([])).toBeUndefined();
    expect(
      unknownShare([
        { text: 'the cat sat on the mat', subject: 'promotion' },
        { text: 'merge conflict', subject: 'promotion' },
      ]),
    ).toBe(0.5);
  });

  it('reach every rule, as the one that explains or as what lies behind it', () => {
    const reached = new Set(
      COLLECTED_TEXTS.flatMap(collected => {
        const { text } = stripWrappers(redact(collected.text));
        const { answers } = matchText(text, collected);
        return [collected.rule, ...answers.map(({ item }) => item.id)];
      }),
    );
    expect(
      DIAGNOSIS_RULES.map(({ id }) => id).filter(id => !reached.has(id)),
    ).toEqual([]);
  });

  it('reach every operation', () => {
    const reached = new Set(
      COLLECTED_TEXTS.map(collected => {
        const { text } = stripWrappers(redact(collected.text));
        return matchText(text, collected).operation?.item.id;
      }),
    );
    expect(
      DIAGNOSIS_OPERATIONS.map(({ id }) => id).filter(id => !reached.has(id)),
    ).toEqual([]);
  });

  it('give sentences in which every placeholder has a value', () => {
    const broken = COLLECTED_TEXTS.map(explain).flatMap(diagnosis =>
      diagnosis.status === 'explained' &&
      /[{}]/.test(
        `${diagnosis.cause.replace(
          /map\[[^\]]*\]|interface \{\}|\[\]string\{\}/g,
          '',
        )}`,
      )
        ? [diagnosis.cause]
        : [],
    );
    expect(broken).toEqual([]);
  });
});

describe('the operations', () => {
  it.each(DIAGNOSIS_OPERATIONS.map(operation => [operation.id, operation]))(
    'such as %s explain nothing by themselves',
    (id, { patterns, subjects, doing }) => {
      for (const pattern of patterns) {
        const diagnosis = explainText({
          message: `${pattern.replace(/\{\w+(:\w)?\}/g, '7')} quite odd`,
          subject: subjects?.[0] ?? 'promotion',
          nature: 'undetermined',
          evidence: [],
        });
        expect(diagnosis).toMatchObject({ status: 'unknown', operation: id });
        expect(doing).toMatch(/^[a-z]/);
      }
    },
  );
});

describe('the rules', () => {
  it('claim every version in which their texts were seen', () => {
    const unclaimed = COLLECTED_TEXTS.flatMap(collected => {
      const rule = DIAGNOSIS_RULES.find(({ id }) => id === collected.rule);
      return collected.versions
        .split('-')
        .filter(version => !isInVersionRange(version, rule?.versions ?? {}))
        .map(version => `${collected.rule} in ${version}: ${collected.text}`);
    });
    expect(unclaimed).toEqual([]);
  });

  it('of Kargo claim no version in which none of their texts was seen', () => {
    const seen = new Map<string, Set<string>>();
    for (const { rule, versions } of COLLECTED_TEXTS) {
      const [first, last] = versions.split('-');
      seen.set(rule, new Set([...(seen.get(rule) ?? []), first, last]));
    }
    const invented = DIAGNOSIS_RULES.filter(
      ({ id, layer }) => layer === 'kargo' && seen.has(id),
    ).flatMap(({ id, versions: { since = '1.9', until = '1.12' } }) =>
      [since, until]
        .filter(version => !seen.get(id)?.has(version))
        .map(version => `${id} in ${version}`),
    );
    expect(invented).toEqual([]);
  });

  it('have ids of their own', () => {
    const ids = DIAGNOSIS_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
