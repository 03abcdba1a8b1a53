// Loaded before a program that `npm start` supervises. When the launcher is killed outright it cannot stop its
// children; the channel between them closes, and each child ends itself as if asked to.
const graceMs = 25_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), graceMs).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref(); // after the listener, which would keep the process alive
