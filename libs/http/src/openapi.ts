import { type EndpointDefinition, endpoints, Problem } from '@lectern/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** The HTTP API as an OpenAPI 3.1 document, derived from the contract's schemas. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [key, definition] of Object.entries(endpoints)) {
    const [method = '', path = ''] = key.split(' ');
    const template = path.replace(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(key, definition) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lectern',
      version,
      description: 'Requests that change something carry the header `x-lectern-client`.',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lectern' } },
      schemas: { Problem: schema(Problem, 'output') },
    },
  };
}

function operation(key: string, definition: EndpointDefinition): Json {
  const { summary, access, params, query, body, response, status = 200 } = definition;
  const parameters = [...parametersOf(params, 'path'), ...parametersOf(query, 'query')];
  return {
    operationId: key.replace(/[^A-Za-z]+/g, '_').toLowerCase(),
    tags: [key.split('/')[2]],
    summary,
    ...(access === 'session' && { security: [{ session: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(schema(body, 'input')) } }),
    responses: {
      [status]: { description: 'Done', ...(response && { content: json(schema(response, 'output')) }) },
      default: {
        description: 'Refused, or failed',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const json = (content: Json) => ({ 'application/json': { schema: content } });

function parametersOf(type: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!type) return [];
  const { properties = {}, required = [] } = schema(type, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function schema(type: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
}
