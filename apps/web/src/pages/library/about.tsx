import type { ResourceDetail } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../languages/names';
import { Section } from '../../ui/section';
import classes from './about.module.css';

/** Whom it is for and what it is about, as the library's people describe it. */
export function About({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const { subjects, level, competencies, accessibility } = resource;
  const features = [
    ...(resource.captions.length > 0 ? [t('metadata.features.captions')] : []),
    ...accessibility.map((feature) => t(`metadata.features.${feature}`)),
  ];
  const facts: [string, string[]][] = [
    [t('metadata.subjects'), subjects],
    [t('metadata.level'), level ? [t(`metadata.levels.${level}`)] : []],
    [t('metadata.competencies'), competencies.map((code) => t(`competency.${code}`))],
    [t('metadata.accessibility'), features],
  ];
  const known = facts.filter(([, values]) => values.length > 0);
  if (known.length === 0) return null;
  return (
    <Section title={t('metadata.about')}>
      <dl className={classes.facts}>
        {known.map(([name, values]) => (
          <div key={name}>
            <dt>{name}</dt>
            {values.map((value) => (
              <dd key={value} dir="auto">
                {value}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Title and abstract in the other languages, each folded away. */
export function InOtherLanguages({ resource }: { resource: ResourceDetail }) {
  return resource.translations.map(({ language, title, description }) => (
    <details key={language} className={classes.translation}>
      <summary lang={language}>{ownName(language)}</summary>
      <div lang={language} dir="auto">
        <Text fw={600}>{title}</Text>
        <Text className={classes.abstract}>{description}</Text>
      </div>
    </details>
  ));
}
