import { materialFiles } from '@lectern/contracts';
import { STORAGE, type Storage, type StoredFile } from '@lectern/storage';
import { UploadFiles } from '@lectern/uploads';
import { Inject, Injectable } from '@nestjs/common';
import { mkdir, rm } from 'node:fs/promises';

/** Where the files of a material are: the uploaded one until it is prepared, then what is shown. */
@Injectable()
export class MaterialFiles {
  constructor(
    private readonly uploads: UploadFiles,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  uploaded(id: string): string {
    return this.uploads.path(id);
  }

  removeUploaded(id: string): Promise<void> {
    return this.uploads.remove(id);
  }

  /** Runs something with an empty folder beside the uploaded file, which is removed afterwards. */
  async withFolder<T>(id: string, run: (folder: string) => Promise<T>): Promise<T> {
    const folder = `${this.uploads.path(id)}.work`;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    try {
      return await run(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  put(id: string, name: string, file: string): Promise<void> {
    return this.storage.put(materialFiles.key(id, name), file);
  }

  open(id: string, name: string): Promise<StoredFile | null> {
    return this.storage.open(materialFiles.key(id, name));
  }

  removeAll(id: string): Promise<void> {
    return this.storage.removeAll(`materials/${id}`);
  }
}
