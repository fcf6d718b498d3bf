// npm run package: builds everything, then writes dist/slipway.vsix for this platform.
import { buildAll } from './tasks/build.ts';
import { packageExtension } from './tasks/package.ts';

const done = (await buildAll({ strict: true })) && (await packageExtension());
process.exit(done ? 0 : 1);
