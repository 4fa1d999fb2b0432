import type { ResourceKind } from '@lectern/contracts';

interface KindNames {
  /** schema.org's types, besides LearningResource. */
  schemaOrg: string;
  /** schema.org's learningResourceType: free words. */
  schemaUse: string;
  /** DCMI Type Vocabulary. */
  dublinCore: string;
  /** IEEE LOM 5.2. */
  lom: string;
}

/** What each kind of resource is called elsewhere. */
export const kindNames: Record<ResourceKind, KindNames> = {
  recording: { schemaOrg: 'VideoObject', schemaUse: 'lecture', dublinCore: 'MovingImage', lom: 'lecture' },
  document: { schemaOrg: 'DigitalDocument', schemaUse: 'reading', dublinCore: 'Text', lom: 'narrative text' },
  slides: { schemaOrg: 'PresentationDigitalDocument', schemaUse: 'presentation', dublinCore: 'Text', lom: 'slide' },
  link: { schemaOrg: 'WebPage', schemaUse: 'web page', dublinCore: 'InteractiveResource', lom: 'index' },
  package: { schemaOrg: 'Collection', schemaUse: 'resource package', dublinCore: 'Collection', lom: 'index' },
  series: { schemaOrg: 'CreativeWorkSeries', schemaUse: 'series', dublinCore: 'Collection', lom: 'index' },
};
