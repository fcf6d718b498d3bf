/**
 * Makes property tests take the same cases in every run, so that a change is judged by what it changes. Other cases:
 * `SLIPWAY_SEED=random npm test -- unit`, or a number that a failure named.
 */
import fc from 'fast-check';

const wanted = process.env.SLIPWAY_SEED;
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_260_615) });
