import type { Config } from '@lectern/config';
import { EmbedService, PartnerHead } from '@lectern/library';
import type { Core } from '@lectern/runtime';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { precompressed } from './precompressed';
import { requestLog } from './request-log';

const YEAR = 31_536_000_000;
const LARGEST_BODY = '200kb';
const notPages = /^\/(?:(?:api|health|metrics|socket\.io|assets|oai)(?:\/|$)|robots\.txt$|.*\.xml$)/;
/** Shown inside other sites. */
const EMBED = /^\/embed\//;
const PARTNER = /^\/library\/partners\/([^/]+)$/;
const RESOURCE = /^\/(?:library|embed)\/([^/]+)$/;

/** What stands before our controllers: security headers, body limits, and the built web client. */
export function prepareWeb(app: NestExpressApplication, { config, logger, metrics }: Core): void {
  app.use(requestLog(logger, metrics));
  app.set('trust proxy', config.trustProxy ? 1 : false);
  app.disable('x-powered-by');
  const strict = securityHeaders(config, ["'none'"]);
  const embeddable = securityHeaders(config, ['*']);
  app.use((request: Request, response: Response, next: NextFunction) =>
    (EMBED.test(request.path) ? embeddable : strict)(request, response, next),
  );
  app.use(compression());
  app.use(express.json({ limit: LARGEST_BODY, type: 'application/json' }));
  app.use('/oai', express.urlencoded({ limit: '10kb', extended: false }));
  app.use('/api/reference/assets', express.static(swaggerFolder(), { index: false, maxAge: YEAR / 365 }));
  app.use('/assets', precompressed(join(config.webRoot, 'assets')));
  app.use(
    '/assets',
    express.static(join(config.webRoot, 'assets'), { immutable: true, maxAge: YEAR, fallthrough: false }),
  );
  app.use(express.static(config.webRoot, { index: false }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || notPages.test(request.path) || !request.accepts('html')) return next();
    response.set('Cache-Control', 'no-cache');
    const about = headOf(app, request.path);
    if (about) return void sendPage(config, about, response).catch(next);
    response.sendFile(join(config.webRoot, 'index.html'), (error?: Error) => {
      if (error) next(error);
    });
  });
}

interface PageHead {
  status: number;
  head: string;
}

/** What programs that run no script want to know of a page; null where there is nothing to say. */
function headOf(app: NestExpressApplication, path: string): Promise<PageHead> | null {
  const resource = RESOURCE.exec(path)?.[1];
  if (resource) return app.get(EmbedService).page(resource);
  const partner = PARTNER.exec(path)?.[1];
  if (partner) return app.get(PartnerHead).page(partner);
  return null;
}

/** The client's page, with that in its head. */
async function sendPage({ webRoot }: Config, about: Promise<PageHead>, response: Response): Promise<void> {
  const [page, { status, head }] = await Promise.all([readFile(join(webRoot, 'index.html'), 'utf8'), about]);
  const own = /<meta name="description"[^>]*>|<title>.*?<\/title>/gs;
  response
    .status(status)
    .type('html')
    .send(head ? page.replace(own, '').replace('</head>', () => `${head}</head>`) : page);
}

function securityHeaders(config: Config, ancestors: string[]) {
  const secure = config.publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        // Mantine sets style attributes.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'blob:'],
        'worker-src': ["'self'", 'blob:'],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ancestors,
      },
    },
    // Older than frame-ancestors, and not able to say what that says.
    xFrameOptions: false,
    strictTransportSecurity: secure ? { maxAge: YEAR / 1000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

function swaggerFolder(): string {
  return dirname(createRequire(__filename).resolve('swagger-ui-dist/package.json'));
}
