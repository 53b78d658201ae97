#!/usr/bin/env node
// Nothing is imported before the check: newer syntax or modules would fail with a stack trace on an old Node.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 15)) {
  process.stderr.write(`crux: needs Node 22.15 or newer, this is ${process.versions.node}\n`);
  process.exitCode = 2;
} else {
  process.env['NODE_ENV'] ??= 'production';
  const { main } = await import('./cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}

export {};
