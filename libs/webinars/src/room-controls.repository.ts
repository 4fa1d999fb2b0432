import { defaultRoomControls, type RoomControls } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { RoomControlsRow } from './webinar.entities';

@Injectable()
export class RoomControlsRepository {
  constructor(private readonly source: DataSource) {}

  async of(webinarId: string, manager: EntityManager = this.source.manager): Promise<RoomControls> {
    const row = await manager.findOneBy(RoomControlsRow, { webinarId });
    return { ...defaultRoomControls, ...row?.controls };
  }

  async save({ manager }: Transaction, webinarId: string, controls: RoomControls): Promise<void> {
    const { affected } = await manager.update(RoomControlsRow, { webinarId }, { controls });
    if (!affected) await manager.insert(RoomControlsRow, { webinarId, controls });
  }
}
