import { Flex, Link } from '@backstage/ui';

/** Ways to Kargo, Argo CD and whatever else knows more; nothing where there are none. */
export function LinkList(props: {
  readonly links: ReadonlyArray<{
    readonly title: string;
    readonly url: string;
  }>;
}) {
  const { links } = props;
  if (links.length === 0) return null;
  return (
    <Flex gap="3" style={{ flexWrap: 'wrap' }}>
      {links.map(({ title, url }) => (
        <Link key={url} href={url} target="_blank">
          {title}
        </Link>
      ))}
    </Flex>
  );
}
