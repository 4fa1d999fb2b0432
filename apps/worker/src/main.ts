import 'reflect-metadata';
import { loadConfig } from '@lectern/config';
import { run } from '@lectern/runtime';
import { startWorker } from './worker';

void run(() => startWorker(loadConfig()));
