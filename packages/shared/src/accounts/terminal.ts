import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Terminal {
  /** True when a person types; false when the answers are piped in, one a line. */
  readonly isPerson: boolean;
  /** @throws Error when the input ends, as after Ctrl-C or Ctrl-D. */
  ask(question: string): Promise<string>;
  /** {@link Terminal.ask} without showing what is typed. */
  askSecret(question: string): Promise<string>;
  close(): void;
}

/** Questions and answers on standard input and output. */
export function openTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Terminal {
  const isPerson = input.isTTY;
  let isSecret = false;
  const shown = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (!isSecret) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: shown, terminal: isPerson });
  const answers = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    output.write(question);
    const answer = await answers.next();
    if (answer.done) throw new Error('Nothing was made.');
    return answer.value;
  };
  const askSecret = async (question: string): Promise<string> => {
    isSecret = true;
    const answer = await ask(question).finally(() => (isSecret = false));
    output.write('\n');
    return answer;
  };
  return { isPerson, ask, askSecret, close: () => lines.close() };
}
