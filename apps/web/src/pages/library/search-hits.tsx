import type { SearchHit } from '@lectern/contracts';
import { Hit } from './search-hit';
import classes from './search.module.css';

export function SearchHits({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ul className={classes.hits}>
      {hits.map((hit) => (
        <Hit key={hit.resource.id} hit={hit} />
      ))}
    </ul>
  );
}
