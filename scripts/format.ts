import { lintedPaths } from './checks.ts';
import { runProgram } from './program.ts';

const { ok } = await runProgram(['oxfmt', ...(await lintedPaths())], { echo: true });
if (!ok) process.exitCode = 1;
