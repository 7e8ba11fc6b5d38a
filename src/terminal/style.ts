import { styleText } from 'node:util';

/** How the parts of a printed reply look; each takes printable text. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly mark: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly wrong: (text: string) => string;
}

const plain = (text: string): string => text;

type Format = Parameters<typeof styleText>[0];

const styled =
  (format: Format) =>
  (text: string): string =>
    text === '' ? '' : styleText(format, text, { validateStream: false });

/** With colours, or (for files, pipes and NO_COLOR) without any escape sequence. */
export const styleFor = (colours: boolean): Style =>
  colours
    ? { strong: styled('bold'), mark: styled(['bold', 'underline']), faint: styled('dim'), wrong: styled('red') }
    : { strong: plain, mark: plain, faint: plain, wrong: plain };
