import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { ProjectOwner } from '../facts/promotionFacts';

/** Something that the owners of an entity should hear of. */
export interface PromotionNews {
  readonly type: 'failed' | 'stuck';
  readonly controlPlane: string;
  readonly project: string;
  readonly stage: string;
  readonly promotion: string;
  readonly version: string | undefined;
  /** Why, in a sentence without secrets. */
  readonly detail: string | undefined;
}

const TITLES: Readonly<Record<PromotionNews['type'], string>> = {
  failed: 'did not succeed',
  stuck: 'takes longer than it should',
};

/** What the owning group is told, with a link to the promotion; `undefined` where nobody owns it. */
export function promotionNotification(
  news: PromotionNews,
  owner: ProjectOwner,
): NotificationSendOptions | undefined {
  if (!owner.team) return undefined;
  const { kind, namespace, name } = parseEntityRef(owner.entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  const query = new URLSearchParams({
    promotion: `${news.controlPlane}/${news.promotion}`,
  });
  return {
    recipients: { type: 'entity', entityRef: owner.team },
    payload: {
      title: `${name}: the promotion of ${news.version ?? 'a version'} to ${
        news.stage
      } ${TITLES[news.type]}`,
      description: news.detail,
      link: `/catalog/${path.toLocaleLowerCase('en-US')}/promotions?${query}`,
      severity: news.type === 'failed' ? 'high' : 'normal',
      topic: `kargo.promotion.${news.type}`,
      // Of the same promotion only the latest word counts, whichever replica says it.
      scope: `kargo/${news.controlPlane}/${news.project}/${news.promotion}`,
    },
  };
}
