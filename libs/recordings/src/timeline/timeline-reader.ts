import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TIMELINE_FILE, TimelineEvent } from './timeline-event';

/** A timeline as far as it can be read. `skipped`: torn lines, and events of a type this version does not know. */
export interface Timeline {
  events: TimelineEvent[];
  skipped: number;
}

/** Reads the timeline of a recording's folder, in order of time. A folder without one has an empty timeline. */
export async function readTimeline(dir: string): Promise<Timeline> {
  const timeline: Timeline = { events: [], skipped: 0 };
  const input = createReadStream(join(dir, TIMELINE_FILE));
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line.trim() !== '') addLine(timeline, line);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  timeline.events.sort((a, b) => a.at - b.at);
  return timeline;
}

function addLine(timeline: Timeline, line: string): void {
  const event = TimelineEvent.safeParse(parseJson(line));
  if (event.success) timeline.events.push(event.data);
  else timeline.skipped++;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
