import { Controller, Get, type INestApplication, Module } from '@nestjs/common';
import { endpoints, type RestInput } from '@lectern/contracts';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import type { Logger } from '@lectern/observability';
import request from 'supertest';
import { ProblemFilter } from './problem.filter';
import { Input, Route } from './route';

@Controller()
class Things {
  @Route('POST /api/webinars')
  create(@Input() input: RestInput<'POST /api/webinars'>) {
    return input;
  }

  @Route('GET /api/webinars')
  list(@Input() input: RestInput<'GET /api/webinars'>) {
    return input;
  }

  @Route('DELETE /api/webinars/:webinarId/invitations/:invitationId')
  revoke(@Input() _input: RestInput<'DELETE /api/webinars/:webinarId/invitations/:invitationId'>) {
    return undefined;
  }

  @Get('/free')
  free() {
    return {};
  }
}

@Module({ controllers: [Things] })
class ThingsModule {}

describe('Route and Input', () => {
  const unexpected = jest.fn();
  let app: INestApplication;

  beforeAll(async () => {
    const express_ = await NestFactory.create<NestExpressApplication>(ThingsModule, {
      logger: false,
      bodyParser: false,
    });
    express_.use(express.json());
    express_.useGlobalFilters(new ProblemFilter({ error: unexpected } as unknown as Logger));
    app = await express_.init();
  });

  afterAll(() => app.close());

  const http = () => request(app.getHttpServer() as Parameters<typeof request>[0]);
  const plan = {
    title: '  A   title ',
    languages: ['EN', 'en'],
    startsAt: '2030-05-06T09:00:00+02:00',
    timeZone: 'Europe/Paris',
    durationMinutes: 60,
  };

  it('takes method, path and status from the contract', async () => {
    await http().post('/api/webinars').send(plan).expect(endpoints['POST /api/webinars'].status);
    const id = '0198c0de-0000-7000-8000-000000000001';
    await http().delete(`/api/webinars/${id}/invitations/${id}`).expect(204);
    await http().put('/api/webinars').send(plan).expect(404);
  });

  it('hands over what is parsed: normalised, with defaults, without what was not asked for', async () => {
    const created = await http()
      .post('/api/webinars')
      .send({ ...plan, status: 'live', ownerId: 'me' });
    expect(created.body).toEqual({
      body: {
        title: 'A title',
        agenda: [],
        description: '',
        languages: ['en'],
        startsAt: '2030-05-06T07:00:00.000Z',
        timeZone: 'Europe/Paris',
        durationMinutes: 60,
      },
    });
    const listed = await http().get('/api/webinars?limit=7');
    expect(listed.body).toEqual({ query: { scope: 'upcoming', limit: 7 } });
  });

  it.each([
    ['POST', '/api/webinars', { ...plan, durationMinutes: 'long' }, 'durationMinutes'],
    ['POST', '/api/webinars', { ...plan, languages: ['en', 'not a tag'] }, 'languages.1'],
    ['POST', '/api/webinars', undefined, 'title'],
    ['GET', '/api/webinars?limit=0', undefined, 'limit'],
    ['GET', '/api/webinars?scope=mine&scope=upcoming', undefined, 'scope'],
    ['DELETE', '/api/webinars/1/invitations/2', undefined, 'webinarId'],
  ])('%s %s names the field at fault', async (method, path, body, field) => {
    const call = http()[method.toLowerCase() as 'get' | 'post' | 'delete'](path);
    const answer = await (body ? call.send(body) : call).expect(400);
    const problem = answer.body as { code: string; fields: { path: string }[] };
    expect(answer.type).toBe('application/problem+json');
    expect(problem.code).toBe('VALIDATION_FAILED');
    expect(problem.fields.map(({ path: name }) => name)).toContain(field);
    expect(unexpected).not.toHaveBeenCalled();
  });
});
