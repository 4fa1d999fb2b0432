import { resourceFiles } from '@lectern/contracts';
import { STORAGE, type Storage } from '@lectern/storage';
import { Inject, Injectable } from '@nestjs/common';
import { VersionRepository } from './version.repository';

/** Removes files that were taken out of resources, once no version has them any more. */
@Injectable()
export class OldFiles {
  constructor(
    private readonly versions: VersionRepository,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** The row goes last: what is interrupted is done again. No new version can take up such a file. */
  async run(most: number): Promise<void> {
    for (const { id, resourceId } of await this.versions.unusedFiles(most)) {
      await this.storage.removeAll(resourceFiles.key(resourceId, resourceFiles.attachment(id)));
      await this.versions.removeFile(id);
    }
  }
}
