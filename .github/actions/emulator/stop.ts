/** Stops the emulator. One that could not be started left no number. */
const pid = Number(process.env['STATE_pid'] ?? 0)
if (pid > 0) process.kill(pid)
