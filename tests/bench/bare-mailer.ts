import { createTransport } from 'nodemailer';

/** The bare limit: the same library and as many connections, with mails of the same size that somebody has written already. */
const [url, count, connections, bytes] = process.argv.slice(2) as [string, string, string, string];
const transport = createTransport({
  url,
  pool: true,
  maxConnections: Number(connections),
  maxMessages: 1_000,
});
const html = '<p>A line of a message.</p>\n'.repeat(Math.ceil(Number(bytes) / 28));

process.stdout.write(`started ${Date.now()}\n`);
await Promise.all(
  Array.from({ length: Number(count) }, (_, n) =>
    transport.sendMail({
      ...{ from: 'Followon <messages@followon.example>', to: `robin${n}@example.test` },
      ...{ subject: 'How did it go?', text: 'A line of a message.\n'.repeat(12), html },
      messageId: `<bare-${n}@followon.example>`,
    }),
  ),
);
transport.close();
