import { Skeleton } from '@mantine/core';
import classes from './webinar-item.module.css';

export function ListSkeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div className={classes.list} aria-busy>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} h={92} radius="lg" />
      ))}
    </div>
  );
}
