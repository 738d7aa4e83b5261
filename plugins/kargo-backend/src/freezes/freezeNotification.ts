import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { BeginningFreeze } from '@fairway/plugin-kargo-common';
import { DateTime } from 'luxon';

const MAX_NAMES = 10;

/** What the owning group of an entity is told of a freeze, with a link to its change windows. */
export function freezeNotification(options: {
  readonly id: string;
  readonly freeze: BeginningFreeze;
  readonly entityRef: string;
  readonly owner: string;
}): NotificationSendOptions {
  const { id, freeze, entityRef, owner } = options;
  const { rule, start, end } = freeze;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  const zone = 'timeZone' in rule.schedule ? rule.schedule.timeZone : 'UTC';
  const inWords = (time: string) =>
    DateTime.fromISO(time, { zone })
      .setLocale('en-GB')
      .toFormat('ccc d LLL yyyy HH:mm');
  return {
    recipients: { type: 'entity', entityRef: owner },
    payload: {
      title: `${name}: frozen from ${inWords(start)} (${zone})`,
      description: [
        `${rule.title} closes ${stagesInWords(freeze)} ${
          end ? `until ${inWords(end)}` : 'with no known end'
        }.`,
        rule.reason,
      ]
        .filter(Boolean)
        .join(' '),
      link: `/catalog/${path.toLocaleLowerCase(
        'en-US',
      )}/promotions?tab=windows`,
      severity: 'normal',
      topic: 'kargo.freeze.begins',
      // One that is sent twice stays one.
      scope: `kargo/freeze/${id}`,
    },
  };
}

function stagesInWords({ subjects }: BeginningFreeze): string {
  const names = [...new Set(subjects.map(({ stage }) => stage))];
  const more = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).join(', ');
  const noun = names.length === 1 ? 'the stage' : `${names.length} stages:`;
  return `${noun} ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}
