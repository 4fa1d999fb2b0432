import type { EducationLevel } from '@lectern/contracts';
import { type Description, isoDuration } from './description';
import { kindNames } from './kinds';
import { FRAMEWORK } from './schema-org';
import { xml, type Xml } from './xml';

/** LOM's own words for where something is taught (5.6). */
const contexts: Record<EducationLevel, string> = {
  primary: 'school',
  secondary: 'school',
  vocational: 'training',
  higher: 'higher education',
  'teacher-training': 'training',
  other: 'other',
};

/** IEEE 1484.12.1 Learning Object Metadata in the XML binding 1484.12.3. */
export function toLom(description: Description): Xml {
  const { row } = description;
  return xml`<lom xmlns="http://ltsc.ieee.org/xsd/LOM" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://ltsc.ieee.org/xsd/LOM http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd">
${general(description)}
<lifeCycle>
<version><string language="en">${String(row.version)}</string></version>
<status>${term('final')}</status>
${row.authors.map((name) => contribution('author', name, row.recordedAt))}${row.institutions.map((name) =>
    contribution('publisher', name, row.publishedAt),
  )}</lifeCycle>
<metaMetadata><metadataSchema>LOMv1.0</metadataSchema></metaMetadata>
<technical>
${
  description.videoUrl &&
  xml`<format>video/mp4</format>
`
}<location>${description.videoUrl ?? row.link ?? description.url}</location>
${
  description.videoUrl &&
  xml`<duration><duration>${isoDuration(row.duration)}</duration></duration>
`
}</technical>
<educational>
<learningResourceType>${term(kindNames[row.kind].lom)}</learningResourceType>
<intendedEndUserRole>${term(row.level === 'teacher-training' ? 'teacher' : 'learner')}</intendedEndUserRole>
${row.level && xml`<context>${term(contexts[row.level])}</context>\n`}</educational>
<rights>
<cost>${term('no')}</cost>
<copyrightAndOtherRestrictions>${term(row.licence === 'CC0-1.0' ? 'no' : 'yes')}</copyrightAndOtherRestrictions>
<description><string language="en">${`${description.licence.name} (${description.licence.url})`}</string></description>
</rights>
${row.competencies.length > 0 ? classification(row.competencies) : null}</lom>`;
}

function general({ row, url, languages, texts }: Description): Xml {
  const string = (language: string, text: string) => xml`<string language="${language}">${text}</string>`;
  const described = texts.filter(({ description }) => description !== '');
  return xml`<general>
<identifier><catalog>URI</catalog><entry>${url}</entry></identifier>
<title>${texts.map(({ language, title }) => string(language, title))}</title>
${languages.map((language) => xml`<language>${language}</language>\n`)}${
    described.length > 0
      ? xml`<description>${described.map(({ language, description }) => string(language, description))}</description>\n`
      : null
  }${row.subjects.map((subject) => xml`<keyword>${string(row.languages[0] ?? 'und', subject)}</keyword>\n`)}</general>`;
}

const term = (value: string) => xml`<source>LOMv1.0</source><value>${value}</value>`;

function contribution(role: string, name: string, date: string | null): Xml {
  return xml`<contribute><role>${term(role)}</role><entity>${vCard(name)}</entity>${
    date && xml`<date><dateTime>${date.slice(0, 10)}</dateTime></date>`
  }</contribute>\n`;
}

/** RFC 2426: a name in a card of its own. */
function vCard(name: string): string {
  const escaped = name.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');
  return `BEGIN:VCARD\nVERSION:3.0\nN:${escaped}\nFN:${escaped}\nEND:VCARD`;
}

function classification(codes: string[]): Xml {
  return xml`<classification><purpose>${term('competency')}</purpose>
${codes.map(
  (code) =>
    xml`<taxonPath><source><string language="en">${FRAMEWORK}</string></source><taxon><id>${code}</id></taxon></taxonPath>\n`,
)}</classification>
`;
}
