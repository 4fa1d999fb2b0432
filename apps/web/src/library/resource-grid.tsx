import type { Resource } from '@lectern/contracts';
import { Skeleton } from '@mantine/core';
import { ResourceCard } from './resource-card';
import classes from './resource-card.module.css';

export function ResourceGrid({ resources }: { resources: readonly Resource[] }) {
  return (
    <ul className={classes.grid}>
      {resources.map((resource) => (
        <ResourceCard key={resource.id} resource={resource} />
      ))}
    </ul>
  );
}

export function GridSkeleton({ cards = 3 }: { cards?: number }) {
  return (
    <div className={classes.grid} aria-busy>
      {Array.from({ length: cards }, (_, card) => (
        <Skeleton key={card} h={290} radius="lg" />
      ))}
    </div>
  );
}
