/** The media chain of recordings, for the service and the worker beside it: capture, timeline, processing. */
export { CaptureClient } from './capture/capture-client';
export type { CaptureClientEvents, CaptureClientOptions, OpenedTrack } from './capture/capture-client';
export type { TrackReport } from './capture/capture-messages';
export { NewTrack, TrackInfo, TrackRtp } from './capture/track-info';
export { RecordingClock } from './timeline/recording-clock';
export type { NewTimelineEvent, TimelineEvent } from './timeline/timeline-event';
export { readTimeline } from './timeline/timeline-reader';
export { TimelineWriter } from './timeline/timeline-writer';
export { processRecording } from './processing/process-recording';
export type { ProcessOptions } from './processing/process-recording';
export { ProcessResult } from './processing/process-result';
export { Transcript } from './transcript/transcript';
