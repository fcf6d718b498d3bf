import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/**
 * Runs every suite beside this file inside the extension host, and writes mocha's report to the file that the
 * environment names. The host calls it, and takes a rejection as failure.
 */
export function run(): Promise<void> {
  const reporterOptions = { output: process.env.SLIPWAY_TEST_REPORT };
  const mocha = new Mocha({ timeout: 60_000, forbidOnly: true, reporter: 'json', reporterOptions });
  for (const name of readdirSync(__dirname).filter(file => file.endsWith('.test.cjs'))) {
    mocha.addFile(join(__dirname, name));
  }
  return new Promise((done, fail) => {
    mocha.run(failures => (failures > 0 ? fail(new Error(`${failures} failed`)) : done()));
  });
}
