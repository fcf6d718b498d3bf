// npm run build [-- --strict] [-- --debug]: bundles what users run into dist/. Parts whose source does not exist are
// named and left out; with --strict that is an error. With --debug the bundles are readable and have source maps.
import { buildAll } from './tasks/build.ts';

const flags = process.argv.slice(2);
const built = await buildAll({ strict: flags.includes('--strict'), debug: flags.includes('--debug') });
process.exit(built ? 0 : 1);
