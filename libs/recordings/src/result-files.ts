import { CONFIG, type Config } from '@lectern/config';
import { ImportManifest, materialFiles, renditionFiles, type ResourceFile, resourceFiles } from '@lectern/contracts';
import { readAll, STORAGE, type Storage } from '@lectern/storage';
import { Inject, Injectable } from '@nestjs/common';
import { createWriteStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFurtherFiles } from './processing/further-files';
import type { ShownSlide } from './processing/marks';
import type { ProcessResult } from './processing/process-result';
import { RecordingFolders } from './recording-folders';

/** The names of all that was stored beside the manifest. */
const filesOf = ({ captions, channels, hasRenditions, files }: ImportManifest): string[] => [
  ...[resourceFiles.poster, ...captions.map(resourceFiles.captions)],
  ...(hasRenditions ? renditionFiles(channels) : []),
  ...files.map(({ name }) => name),
];

interface Of {
  id: string;
  resourceId: string;
}

/** Puts a result's files into the storage, the further ones being made first. */
@Injectable()
export class ResultFiles {
  constructor(
    private readonly folders: RecordingFolders,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns those for which the library has no name of its own, and the video, with their sizes */
  async store(row: Of, result: ProcessResult, slides: readonly ShownSlide[]): Promise<ResourceFile[]> {
    const dir = this.folders.of(row.id);
    const further = await makeFurtherFiles({
      ...{ dir, result, slides },
      ffmpegPath: this.config.ffmpeg,
      fetchPage: (slide, folder) => this.fetchPage(slide, folder),
    });
    const files = [await this.put(row, resourceFiles.video, result.files.video)];
    await this.put(row, resourceFiles.poster, result.files.poster);
    for (const [language, file] of Object.entries(result.files.captions))
      await this.put(row, resourceFiles.captions(language), file);
    if (result.files.renditions) for (const file of renditionFiles(result.channels)) await this.put(row, file, file);
    for (const name of [...further, ...result.files.extras]) files.push(await this.put(row, name, name));
    return files;
  }

  /** Says what there is now. What there was before and is no more (the voice of somebody who is left out) goes first. */
  async storeManifest(row: Of, manifest: ImportManifest): Promise<void> {
    const now = filesOf(manifest);
    for (const name of await this.filesBefore(row))
      if (!now.includes(name)) await this.storage.remove(resourceFiles.key(row.resourceId, name));
    await writeFile(join(this.folders.of(row.id), 'out', resourceFiles.manifest), JSON.stringify(manifest));
    await this.put(row, resourceFiles.manifest, resourceFiles.manifest);
  }

  private async filesBefore({ resourceId }: Of): Promise<string[]> {
    const key = resourceFiles.key(resourceId, resourceFiles.manifest);
    if (!(await this.storage.open(key))) return [];
    return filesOf(ImportManifest.parse(JSON.parse((await readAll(this.storage, key)).toString('utf8'))));
  }

  private async put({ id, resourceId }: Of, name: string, file: string): Promise<ResourceFile> {
    const path = join(this.folders.of(id), 'out', file);
    // Before: the storage may move it.
    const { size } = await stat(path);
    await this.storage.put(resourceFiles.key(resourceId, name), path);
    return { name, bytes: size };
  }

  private async fetchPage({ materialId, page }: ShownSlide, folder: string): Promise<string | null> {
    const name = materialFiles.page(page);
    const stored = await this.storage.open(materialFiles.key(materialId, name));
    if (!stored) return null;
    const file = join(folder, `${materialId}-${name}`);
    await pipeline(stored.read(), createWriteStream(file));
    return file;
  }
}
