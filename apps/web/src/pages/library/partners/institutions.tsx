import type { ResourceDetail } from '@lectern/contracts';
import { Anchor, Text } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'react-router-dom';

/** Who gave a resource; what is public leads to their pages. */
export function Institutions({ resource: { institutions, partners } }: { resource: ResourceDetail }) {
  if (institutions.length === 0) return null;
  const pages = new Map(partners.map(({ name, slug }) => [name, slug]));
  return (
    <Text>
      {institutions.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ' · '}
          <Institution name={name} slug={pages.get(name)} />
        </Fragment>
      ))}
    </Text>
  );
}

function Institution({ name, slug }: { name: string; slug: string | undefined }) {
  if (slug === undefined) return <bdi>{name}</bdi>;
  return (
    <Anchor component={Link} to={`/library/partners/${slug}`}>
      <bdi>{name}</bdi>
    </Anchor>
  );
}
