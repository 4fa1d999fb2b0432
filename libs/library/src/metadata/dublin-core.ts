import { type Description, isoDuration } from './description';
import { kindNames } from './kinds';
import { xml, type Xml } from './xml';

/** Unqualified Dublin Core in the envelope of OAI-PMH (`oai_dc`). */
export function toDublinCore({ row, url, videoUrl, languages, licence, attribution, texts }: Description): Xml {
  return xml`<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
${texts.map(({ language, title }) => xml`<dc:title xml:lang="${language}">${title}</dc:title>\n`)}${[
    ...row.authors.map((name) => xml`<dc:creator>${name}</dc:creator>\n`),
    ...[...row.subjects, ...row.competencies.map((code) => `ICT-CFT ${code}`)].map(
      (subject) => xml`<dc:subject>${subject}</dc:subject>\n`,
    ),
    ...texts
      .filter(({ description }) => description !== '')
      .map(
        ({ language, description }) => xml`<dc:description xml:lang="${language}">${description}</dc:description>\n`,
      ),
    ...row.institutions.map((name) => xml`<dc:publisher>${name}</dc:publisher>\n`),
    ...languages.map((language) => xml`<dc:language>${language}</dc:language>\n`),
  ]}<dc:date>${(row.recordedAt ?? row.publishedAt ?? row.createdAt).slice(0, 10)}</dc:date>
<dc:type>${kindNames[row.kind].dublinCore}</dc:type>
${
  videoUrl &&
  xml`<dc:format>video/mp4</dc:format>
<dc:format>${isoDuration(row.duration)}</dc:format>
`
}<dc:identifier>${url}</dc:identifier>
${
  row.link &&
  xml`<dc:relation>${row.link}</dc:relation>
`
}<dc:rights>${licence.url}</dc:rights>
<dc:rights>${attribution}</dc:rights>
</oai_dc:dc>`;
}
