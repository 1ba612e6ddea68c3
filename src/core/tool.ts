/** Name and version of this package; a test keeps the version equal to package.json's. */
export const tool = {
  /** As in package.json. */
  name: 'align-translations',
  /** As in package.json. */
  version: '0.1.0',
} as const;
