/** Colours of one theme. Text colours have a contrast of 4.5:1 or more to every background that they stand on. */
export interface Theme {
  paper: string;
  panel: string;
  ink: string;
  muted: string;
  line: string;
  missing: string;
  'missing-tint': string;
  added: string;
  'added-tint': string;
  damaged: string;
  'damaged-tint': string;
}

export const light: Theme = {
  paper: '#fcfbf8',
  panel: '#f4f2ec',
  ink: '#1f1e1b',
  muted: '#5d5a53',
  line: '#dcd8ce',
  missing: '#984300',
  'missing-tint': '#fdeddb',
  added: '#0f4f95',
  'added-tint': '#e4effb',
  damaged: '#6b5200',
  'damaged-tint': '#fff0ad',
};

export const dark: Theme = {
  paper: '#17181a',
  panel: '#202225',
  ink: '#ebe8e1',
  muted: '#aaa79f',
  line: '#383a3e',
  missing: '#ffb470',
  'missing-tint': '#3d2a15',
  added: '#93c6ff',
  'added-tint': '#182d44',
  damaged: '#f5d975',
  'damaged-tint': '#453b10',
};

/** The theme as custom properties, `--paper:#fcfbf8;...`. */
export function customProperties(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('');
}
