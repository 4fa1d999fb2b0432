import { z } from 'zod';

/**
 * zod otherwise tries, at the first object that is described, whether it may make code out of text. It may not: the policy of
 * our pages forbids that, and the browser would report the attempt. Imported before everything that describes an object.
 */
z.config({ jitless: true });
