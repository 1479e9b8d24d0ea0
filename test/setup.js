// The same examples in every run, so that a red suite is red again; FAST_CHECK_SEED tries others.
import fc from 'fast-check';

const seed = Number(process.env.FAST_CHECK_SEED ?? 20_261_122);
fc.configureGlobal({ seed });
