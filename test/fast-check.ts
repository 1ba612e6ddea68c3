import fc from 'fast-check';

// The same inputs in every run, so that a change is judged by what it changes; `npm run test:fuzz` draws new ones.
if (process.env['MODE'] !== 'fuzz') fc.configureGlobal({ seed: 20_220_104 });

export default fc;
