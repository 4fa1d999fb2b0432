import { Fragment } from 'react';
import { ownName } from './names';

/** Each name is marked with its own language, so that a screen reader pronounces it right. */
export function LanguageNames({ tags }: { tags: readonly string[] }) {
  return tags.map((tag, index) => (
    <Fragment key={tag}>
      {index > 0 && ' · '}
      <span lang={tag} dir="auto">
        {ownName(tag)}
      </span>
    </Fragment>
  ));
}
