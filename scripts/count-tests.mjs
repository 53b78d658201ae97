// Prints the closing line of a CI run from what the test runner wrote: "N passed, N failed".
import { existsSync, readFileSync } from 'node:fs';

const report = new URL('../.tmp/tests.json', import.meta.url);
const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
const brokenElsewhere = process.argv[2] === '1' && counts.numFailedTests === 0 ? 1 : 0;
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests + brokenElsewhere} failed`);
