import { Reader } from '@lectern/database';
import { Module } from '@nestjs/common';
import { EmbedService } from './harvest/embed.service';
import { FeedService } from './harvest/feed.service';
import { HarvestController } from './harvest/harvest.controller';
import { HarvestRepository } from './harvest/harvest.repository';
import { OaiService } from './harvest/oai.service';
import { LibraryController } from './library.controller';
import { LibraryImport } from './library-import';
import { LibraryService } from './library.service';
import { ResourceRepository } from './resource.repository';
import { SearchCatchUp } from './search-catch-up';
import { SearchIndex } from './search-index';
import { SearchReader } from './search.reader';
import { SearchWriter } from './search.writer';
import { TranscriptController } from './transcript/transcript.controller';
import { TranscriptHistory } from './transcript/transcript.history';
import { TranscriptRepository } from './transcript/transcript.repository';
import { TranscriptService } from './transcript/transcript.service';

const core = [LibraryImport, ResourceRepository, SearchIndex, SearchReader, SearchWriter, Reader];

/** For the worker: it takes recordings in. */
@Module({ providers: core, exports: core })
export class LibraryImportModule {}

/** For the server: it shows and edits. */
@Module({
  imports: [LibraryImportModule],
  controllers: [LibraryController, HarvestController, TranscriptController],
  providers: [
    LibraryService,
    OaiService,
    FeedService,
    EmbedService,
    HarvestRepository,
    SearchCatchUp,
    TranscriptHistory,
    TranscriptRepository,
    TranscriptService,
  ],
  exports: [EmbedService],
})
export class LibraryModule {}
