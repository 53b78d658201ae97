/** By then a process that could be stopped is. */
const STOPPED_WITHIN = 1000;

/**
 * Hands the terminal back to the shell, as Ctrl+Z does, and settles when the process goes on. Where nobody can stop it (a terminal
 * that runs the program without a shell) it settles by itself; the timer also keeps the process from ending for want of work.
 */
export function stopAndWait(): Promise<void> {
  return new Promise((resolve) => {
    const awake = setTimeout(goOn, STOPPED_WITHIN);
    process.once('SIGCONT', goOn);
    process.kill(process.pid, 'SIGTSTP');

    function goOn(): void {
      clearTimeout(awake);
      process.removeListener('SIGCONT', goOn);
      resolve();
    }
  });
}
