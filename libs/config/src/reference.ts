import { z } from 'zod';
import { environment } from './schema';

/** The environment variables as a Markdown page. */
export function configurationReference(): string {
  const rows = Object.entries(environment.shape).map(([name, schema]) => {
    const standard = schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : '';
    return `| \`${name}\` | ${standard && `\`${standard}\``} | ${schema.description ?? ''} |`;
  });
  return `# Configuration

Made from \`libs/config\` by \`npm run generate\`; do not edit. With nothing set, everything runs from one data folder.

| variable | default | meaning |
| --- | --- | --- |
${rows.join('\n')}
`;
}
