import { type EndpointDefinition, endpoints, type EndpointKey, type RestInput } from '@lectern/contracts';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { parse } from '@lectern/kernel';
import type { Request } from 'express';

export const ROUTE = Symbol('route');

/** Binds a handler to one endpoint of the contract: method, path, status and access come from there. */
export function Route(key: EndpointKey) {
  const [method, path] = key.split(' ') as [keyof typeof RequestMethod, string];
  const definition: EndpointDefinition = endpoints[key];
  return applyDecorators(
    SetMetadata(ROUTE, key),
    RequestMapping({ method: RequestMethod[method], path }),
    HttpCode(definition.status ?? 200),
  );
}

/** The parsed params, query and body of the handler's endpoint. @throws DomainError VALIDATION_FAILED naming the fields */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const key = Reflect.getMetadata(ROUTE, context.getHandler()) as EndpointKey;
  const request = context.switchToHttp().getRequest<Request>();
  const { params, query, body }: EndpointDefinition = endpoints[key];
  return {
    params: params && parse(params, request.params),
    query: query && parse(query, request.query),
    body: body && parse(body, request.body ?? {}),
  } as RestInput<EndpointKey>;
});
