import i18next, { type Namespace } from 'i18next';
import { type ComponentType, lazy } from 'react';

/** A page whose code and texts come together, when it is first shown. */
export function lazyPage<P extends object = object>(
  load: () => Promise<ComponentType<P>>,
  ...namespaces: Extract<Namespace, string>[]
) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), i18next.loadNamespaces(namespaces)]);
    return { default: component };
  });
}
