import { Reader } from '@lectern/database';
import { IdentityModule } from '@lectern/identity';
import { UploadsModule } from '@lectern/uploads';
import { Module } from '@nestjs/common';
import { AttachmentUpload } from './contents/attachment-upload';
import { ContentRepository } from './contents/content.repository';
import { ContentsController } from './contents/contents.controller';
import { ContentsService } from './contents/contents.service';
import { EmbedService } from './harvest/embed.service';
import { FeedService } from './harvest/feed.service';
import { HarvestController } from './harvest/harvest.controller';
import { HarvestRepository } from './harvest/harvest.repository';
import { OaiService } from './harvest/oai.service';
import { LibraryController } from './library.controller';
import { LibraryImport } from './library-import';
import { LibraryService } from './library.service';
import { OutputsService } from './outputs/outputs.service';
import { PartnerHead } from './harvest/partner-head.service';
import { PartnerController } from './partners/partner.controller';
import { PartnerGifts } from './partners/partner.gifts';
import { PartnerRepository } from './partners/partner.repository';
import { PartnerService } from './partners/partner.service';
import { ResourceRepository } from './resource.repository';
import { ResourceWriter } from './resource.writer';
import { AgreementService } from './review/agreement.service';
import { ContributionsRepository } from './review/contributions.repository';
import { ContributionsService } from './review/contributions.service';
import { LibrarySettingsService } from './review/library-settings.service';
import { PublishingService } from './review/publishing.service';
import { ReviewController } from './review/review.controller';
import { ReviewRepository } from './review/review.repository';
import { ReviewService } from './review/review.service';
import { DueRecordings } from './retention/due-recordings';
import { LibraryPurge } from './retention/library-purge';
import { Purges } from './retention/purges';
import { RetentionController } from './retention/retention.controller';
import { RetentionRepository } from './retention/retention.repository';
import { RetentionService } from './retention/retention.service';
import { RetentionSweep } from './retention/retention-sweep';
import { RuleKeeper } from './retention/rule-keeper';
import { TrashService } from './retention/trash.service';
import { SearchCatchUp } from './search-catch-up';
import { SearchController } from './search.controller';
import { SearchIndex } from './search-index';
import { SearchReader } from './search.reader';
import { SearchWriter } from './search.writer';
import { TranscriptController } from './transcript/transcript.controller';
import { TranscriptHistory } from './transcript/transcript.history';
import { TranscriptRepository } from './transcript/transcript.repository';
import { TranscriptService } from './transcript/transcript.service';
import { OldFiles } from './versions/old-files';
import { VersionController } from './versions/version.controller';
import { VersionHistory } from './versions/version.history';
import { VersionRepository } from './versions/version.repository';
import { VersionService } from './versions/version.service';

const core = [
  LibraryImport,
  LibraryPurge,
  PartnerGifts,
  ResourceRepository,
  SearchIndex,
  SearchReader,
  SearchWriter,
  Reader,
];

/** For the worker: it takes recordings in. */
@Module({ providers: core, exports: core })
export class LibraryImportModule {}

const review = [
  AgreementService,
  ContributionsRepository,
  ContributionsService,
  LibrarySettingsService,
  PublishingService,
  ReviewRepository,
  ReviewService,
];

const retention = [
  DueRecordings,
  Purges,
  RetentionRepository,
  RetentionService,
  RetentionSweep,
  RuleKeeper,
  TrashService,
];

const partners = [PartnerHead, PartnerRepository, PartnerService];

const versions = [OldFiles, VersionHistory, VersionRepository, VersionService];

/** For the server: it shows and edits. */
@Module({
  imports: [IdentityModule, LibraryImportModule, UploadsModule],
  controllers: [
    LibraryController,
    ContentsController,
    ReviewController,
    RetentionController,
    VersionController,
    PartnerController,
    SearchController,
    HarvestController,
    TranscriptController,
  ],
  providers: [
    ...review,
    ...retention,
    ...versions,
    ...partners,
    LibraryService,
    ResourceWriter,
    AttachmentUpload,
    ContentRepository,
    ContentsService,
    OaiService,
    FeedService,
    EmbedService,
    HarvestRepository,
    OutputsService,
    SearchCatchUp,
    TranscriptHistory,
    TranscriptRepository,
    TranscriptService,
  ],
  exports: [EmbedService, PartnerHead],
})
export class LibraryModule {}
