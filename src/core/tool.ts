/** Name and version of this package; a test keeps the version equal to package.json's. */
export const tool = { name: 'align-translations', version: '0.1.0' } as const;
