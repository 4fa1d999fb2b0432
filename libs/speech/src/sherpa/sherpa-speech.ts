import type { Utterance } from '../speech-engine';
import type { Recognizer } from '../transcription';
import type { SherpaChild } from './sherpa-child';
import type { Heard } from './sherpa-messages';

/** One stream in the speech process. */
export class SherpaSpeech implements Recognizer {
  constructor(
    private readonly child: SherpaChild,
    private readonly stream: number,
    private readonly model: string,
  ) {}

  async accept(pcm: Buffer): Promise<Utterance[]> {
    return (await this.write(pcm)).finished;
  }

  async finish(): Promise<Utterance[]> {
    return (await this.#said(this.child.ask({ type: 'flush', stream: this.stream }))).finished;
  }

  write(pcm: Buffer): Promise<Heard> {
    return this.#said(this.child.ask({ type: 'write', stream: this.stream, pcm }));
  }

  /** Forgets the stream; that its process is gone means the same. */
  async close(): Promise<void> {
    await this.child.ask({ type: 'close', stream: this.stream }).catch(() => undefined);
  }

  async #said(answer: Promise<Heard>): Promise<Heard> {
    try {
      return await answer;
    } catch (error) {
      const reason = (error as Error).message;
      throw new Error(`The speech model "${this.model}" failed: ${reason}.`, { cause: error });
    }
  }
}
