import type { Page } from 'playwright-core';
import { run } from './browser';

/** A tone that comes and goes: what does not change, a browser takes for noise and filters out. @param hertz */
export function toneToFile(hertz: number, file: string, seconds: number): void {
  const tone = `sine=frequency=${hertz}:sample_rate=48000:duration=${seconds}`;
  const bursts = "volume='if(lt(mod(t,0.5),0.3),0.9,0)':eval=frame";
  run('ffmpeg', ['-y', '-v', 'error', '-f', 'lavfi', '-i', tone, '-af', bursts, '-ac', '1', file]);
}

/**
 * How loud each frequency is in what the page plays, as its elements play it: muted ones are silent, soft ones soft.
 *
 * @returns decibels of each, the loudest of a second; -120 where there is nothing
 */
export function levelsOf(page: Page, frequencies: number[]): Promise<number[]> {
  return page.evaluate(async (wanted) => {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
    for (const element of document.querySelectorAll('audio')) {
      const stream = element.srcObject as MediaStream | null;
      const live = stream?.getAudioTracks().some(({ readyState }) => readyState === 'live');
      if (!stream || !live || element.muted || element.paused) continue;
      const gain = new GainNode(context, { gain: element.volume });
      context.createMediaStreamSource(stream).connect(gain).connect(analyser);
    }
    const bins = new Float32Array(analyser.frequencyBinCount);
    const loudest = wanted.map(() => -120);
    for (let look = 0; look < 20; look += 1) {
      await new Promise((wake) => setTimeout(wake, 50));
      analyser.getFloatFrequencyData(bins);
      wanted.forEach((hertz, i) => {
        const bin = Math.round((hertz * analyser.fftSize) / context.sampleRate);
        loudest[i] = Math.max(loudest[i]!, ...bins.slice(bin - 2, bin + 3));
      });
    }
    await context.close();
    return loudest;
  }, frequencies);
}

/** Hz of the loudest tone that the video plays within a second; 0 in silence. */
export function pitch(page: Page): Promise<number> {
  return page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    const stream = (video as HTMLVideoElement & { captureStream(): MediaStream }).captureStream();
    const tracks = stream.getAudioTracks();
    if (tracks.length === 0) return 0;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 8_192;
    context.createMediaStreamSource(new MediaStream(tracks)).connect(analyser);
    const levels = new Float32Array(analyser.frequencyBinCount);
    let [highest, loudest] = [-60, 0];
    for (let look = 0; look < 16; look += 1) {
      await new Promise((wake) => setTimeout(wake, 50));
      analyser.getFloatFrequencyData(levels);
      const level = Math.max(...levels);
      if (level > highest) [highest, loudest] = [level, levels.indexOf(level)];
    }
    await context.close();
    return (loudest * context.sampleRate) / analyser.fftSize;
  });
}
