import type { ProcessStep } from '@lectern/contracts';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { StepState } from './due-steps';
import type { Step } from './step';

/** From which run of the processing on a step's result counts; from the first where none is named. */
export type Redo = Partial<Record<ProcessStep, number>>;

const StepRecord = z.object({ run: z.number().int(), result: z.unknown() });

/** What the steps have found and made: `steps/<step>.json` in the recording's folder. */
export class StepResults {
  readonly #folder: string;

  constructor(
    private readonly dir: string,
    private readonly redo: Redo = {},
  ) {
    this.#folder = join(dir, 'steps');
  }

  /** Null when there is none, or none that counts. */
  async find<R>(step: Step<R>): Promise<R | null> {
    const text = await readFile(this.#file(step.name), 'utf8').catch(() => null);
    const record = text === null ? null : StepRecord.safeParse(parse(text)).data;
    if (!record || record.run < (this.redo[step.name] ?? 0)) return null;
    return step.result.safeParse(record.result).data ?? null;
  }

  /** @throws Error when the step has not been run */
  async read<R>(step: Step<R>): Promise<R> {
    const result = await this.find(step);
    if (result === null) throw new Error(`The step "${step.name}" has left no result.`);
    return result;
  }

  async stateOf(step: Step): Promise<StepState> {
    const result = await this.find(step);
    if (result === null) return 'missing';
    const there = await Promise.all(step.files(result).map((file) => exists(resolve(this.dir, file))));
    if (there.every(Boolean)) return 'made';
    return step.passing ? 'passed' : 'missing';
  }

  async write<R>(step: Step<R>, run: number, result: R): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const temporary = `${this.#file(step.name)}.${process.pid}.tmp`;
    await writeFile(temporary, JSON.stringify({ run, result }));
    await rename(temporary, this.#file(step.name));
  }

  /** All steps are to be run again. */
  async forget(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  #file(step: ProcessStep): string {
    return join(this.#folder, `${step}.json`);
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
