import { running } from './running';

export default async function stop(): Promise<void> {
  for (const service of running.splice(0)) await service.close();
}
