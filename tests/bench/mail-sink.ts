import { SMTPServer } from 'smtp-server';

/**
 * A mail server that takes everything and keeps nothing. It says when it is ready, and when the given number of mails is
 * there: how long it took from the first to the last, and how many came in the busiest second.
 */
const [port, wanted] = process.argv.slice(2).map(Number) as [number, number];
const bySecond = new Map<number, number>();
const ids = new Set<string>();
let taken = 0;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _session, done) => {
    let head = '';
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 4_000) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      ids.add(/^Message-ID: (.*)$/im.exec(head)?.[1] ?? String(taken));
      const second = Math.floor(Date.now() / 1_000);
      bySecond.set(second, (bySecond.get(second) ?? 0) + 1);
      taken += 1;
      done(null, 'taken');
      if (taken === wanted) report();
    });
  },
});

function report(): void {
  const busiest = Math.max(...bySecond.values());
  process.stdout.write(
    `all taken ${JSON.stringify({ taken, different: ids.size, busiest, at: Date.now() })}\n`,
  );
}

server.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
