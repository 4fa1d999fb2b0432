import { z } from 'zod';

export interface EndpointDefinition {
  /** One line for the reference page. */
  summary: string;
  /** `public`: anyone; `session`: a signed-in person or guest. Finer rules are in each feature's policy. */
  access: 'public' | 'session';
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The 2xx body; absent for 204 and for files. */
  response?: z.ZodType;
  status?: number;
}

/** Keeps the literal types of one endpoint's schemas. */
export const endpoint = <const D extends EndpointDefinition>(definition: D): D => definition;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a handler gets: each part parsed. */
export interface EndpointInput<D extends EndpointDefinition> {
  params: Parsed<D['params']>;
  query: Parsed<D['query']>;
  body: Parsed<D['body']>;
}

type Part<K extends string, T> = T extends z.ZodType ? { [P in K]: Sent<T> } : { [P in K]?: undefined };

/** What a client sends. */
export type EndpointRequest<D extends EndpointDefinition> = Part<'params', D['params']> &
  Part<'query', D['query']> &
  Part<'body', D['body']>;

export type EndpointResponse<D extends EndpointDefinition> = D['response'] extends z.ZodType
  ? z.output<D['response']>
  : void;
