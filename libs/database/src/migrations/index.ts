import { Initial1 } from './1-initial';
import { QuestionDesk2 } from './2-question-desk';
import { Stage3 } from './3-stage';
import { Chat10 } from './10-chat';
import { Polls11 } from './11-polls';
import { HostControls15 } from './15-host-controls';
import { Agenda16 } from './16-agenda';
import { Uploads25 } from './25-uploads';
import { Materials26 } from './26-materials';
import { SearchIndex30 } from './30-search-index';
import { TranscriptVersions31 } from './31-transcript-versions';
import { ResourceMetadata35 } from './35-resource-metadata';
import { ResourceContents47 } from './47-resource-contents';
import { QuestionIndexes56 } from './56-question-indexes';
import { QuestionAuthor57 } from './57-question-author';
import { RecordingPauses60 } from './60-recording-pauses';
import { ProcessingRuns67 } from './67-processing-runs';
import { ResourceOutputs70 } from './70-resource-outputs';
import { RecordingStopCause65 } from './65-recording-stop-cause';
import { LibraryReview75 } from './75-library-review';
import { CueConfidence74 } from './74-cue-confidence';
import { LibraryRetention76 } from './76-library-retention';
import { RecordingTerms61 } from './61-recording-terms';
import { ResourceVersions77 } from './77-resource-versions';
import { Partners78 } from './78-partners';
import { RecordingExtras79 } from './79-recording-extras';
import { RecordingDiscarded80 } from './80-recording-discarded';
import { LanguageChannels81 } from './81-language-channels';

/** In the order in which they run. A migration that has landed is never changed. */
export const migrations = [
  Initial1,
  QuestionDesk2,
  Stage3,
  Chat10,
  Polls11,
  HostControls15,
  Agenda16,
  Uploads25,
  Materials26,
  SearchIndex30,
  TranscriptVersions31,
  ResourceMetadata35,
  ResourceContents47,
  QuestionIndexes56,
  RecordingPauses60,
  ProcessingRuns67,
  ResourceOutputs70,
  RecordingStopCause65,
  LibraryReview75,
  CueConfidence74,
  LibraryRetention76,
  RecordingTerms61,
  ResourceVersions77,
  Partners78,
  RecordingExtras79,
  QuestionAuthor57,
  RecordingDiscarded80,
  LanguageChannels81,
];
