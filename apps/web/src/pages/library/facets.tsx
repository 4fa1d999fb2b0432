import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import { facetNames, type SearchFacets } from '@lectern/contracts';
import { Anchor, Button, Checkbox } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ownName } from '../../languages/names';
import { type Licence, licences } from '../../library/licences';
import classes from './facets.module.css';
import type { FacetName, LibrarySearch } from './use-library-search';

interface FacetsProps {
  facets: SearchFacets;
  search: LibrarySearch;
}

/** Beside the results; on a phone above them, folded away until it is wanted. */
export function Facets({ facets, search }: FacetsProps) {
  const { t } = useTranslation('library');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const useful = facetNames.filter(
    (name) => !search.fixed[name] && (facets[name].length > 1 || search.chosen[name].length > 0),
  );
  if (useful.length === 0) return null;
  return (
    <aside className={classes.facets} aria-label={t('facets.label')}>
      <Button
        variant="default"
        className={classes.open}
        leftSection={<IconFilter size={18} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {search.narrowed === 0 ? t('facets.label') : t('facets.labelCount', { count: search.narrowed })}
      </Button>
      <div id={id} className={classes.groups} data-open={isOpen || undefined}>
        {useful.map((name) => (
          <Facet key={name} name={name} values={facets[name]} search={search} />
        ))}
        {search.narrowed > 0 && (
          <Button variant="subtle" size="sm" onClick={search.widen}>
            {t('facets.clear')}
          </Button>
        )}
      </div>
    </aside>
  );
}

const SHOWN = 6;

interface FacetProps {
  name: FacetName;
  values: SearchFacets[FacetName];
  search: LibrarySearch;
}

function Facet({ name, values, search }: FacetProps) {
  const { t } = useTranslation('library');
  const [all, setAll] = useState(false);
  const chosen = search.chosen[name];
  const shown = values.filter(({ value }, index) => all || index < SHOWN || chosen.includes(value));
  return (
    <fieldset className={classes.facet}>
      <legend className={classes.legend}>{t(`facets.${name}`)}</legend>
      {shown.map(({ value, count }) => (
        <Checkbox
          key={value}
          size="sm"
          className={classes.value}
          checked={chosen.includes(value)}
          onChange={() => search.toggle(name, value)}
          label={
            <>
              <ValueName name={name} value={value} />{' '}
              <span className={classes.number}>{t('facets.count', { count })}</span>
            </>
          }
        />
      ))}
      {shown.map(
        ({ value, slug }) =>
          slug !== undefined && chosen.includes(value) && <About key={value} name={value} slug={slug} />,
      )}
      {values.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('facets.more', { count: values.length - shown.length })}
        </Button>
      )}
    </fieldset>
  );
}

/** From what is chosen to the page of who it is. */
function About({ name, slug }: { name: string; slug: string }) {
  const { t } = useTranslation('library');
  return (
    <Anchor component={Link} to={`/library/partners/${slug}`} size="sm" className={classes.about}>
      {t('partners.about', { name })}
    </Anchor>
  );
}

function ValueName({ name, value }: { name: FacetName; value: string }) {
  const { t } = useTranslation('library');
  if (name === 'language') return <bdi lang={value}>{ownName(value)}</bdi>;
  if (name === 'kind') return t(`facets.kinds.${value as 'recording'}`, { defaultValue: value });
  if (name === 'licence') return licences[value as Licence]?.name ?? value;
  return <bdi>{value}</bdi>;
}
