import 'reflect-metadata';
import { loadConfig } from '@lectern/config';
import { run } from '@lectern/runtime';
import { startServer } from './server';

void run(() => startServer(loadConfig()));
