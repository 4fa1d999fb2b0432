import { openApi } from '@lectern/http';
import { Controller, Get, Header } from '@nestjs/common';
import { version } from '../../../package.json';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Lectern API</title>
    <link rel="stylesheet" href="/api/reference/assets/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/reference/assets/swagger-ui-bundle.js"></script>
    <script src="/api/reference/start.js"></script>
  </body>
</html>
`;

/** The API's description, for programs and for people. */
@Controller()
export class ReferenceController {
  private readonly document = openApi(version);

  @Get('/api/openapi.json')
  openApi(): object {
    return this.document;
  }

  @Get('/api/reference')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return page;
  }

  @Get('/api/reference/start.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  start(): string {
    return `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });\n`;
  }
}
