/** What the process ends with; scripts rely on these numbers. */
export const EXIT = {
  /** Nothing at or above the threshold. */
  clean: 0,
  /** Findings at or above it. */
  findings: 1,
  /** Wrong usage, input or model; in `batch`, some document gave an error record. */
  failure: 2,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
