import { clientEvents, serverEvents } from '@lectern/contracts';
import { z } from 'zod';

/** The socket events as a Markdown page, derived from the contract's schemas. */
export function eventReference(): string {
  const sent = Object.entries(clientEvents).map(([name, { summary, input, output, limit }]) =>
    [
      `### \`${name}\``,
      summary,
      `Limit: ${limit.count} in ${limit.seconds} s a person.`,
      block('Input', input, 'input'),
      block('Answer', output, 'output'),
    ].join('\n\n'),
  );
  const told = Object.entries(serverEvents).map(([name, schema]) =>
    [`### \`${name}\``, block('Payload', schema, 'output')].join('\n\n'),
  );
  return `${[heading, '## From the client', ...sent, '## From the server', ...told].join('\n\n')}\n`;
}

const heading = `# Socket events

Made from \`libs/contracts\` by \`npm run generate\`; do not edit.

The handshake carries a ticket as \`auth.ticket\`: that of \`POST /api/webinars/:webinarId/tickets\`, or, to come back, the one
that \`session:join\` or \`session:ticket\` gave. Every client event is
acknowledged with \`{ok: true, data}\` or \`{ok: false, error}\`; the codes of errors stand in \`libs/contracts/src/errors.ts\`.`;

function block(title: string, schema: z.ZodType, io: 'input' | 'output'): string {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return `<details><summary>${title}</summary>\n\n\`\`\`json\n${JSON.stringify(rest, null, 2)}\n\`\`\`\n\n</details>`;
}
