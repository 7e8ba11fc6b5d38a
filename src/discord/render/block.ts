import { MESSAGE_BYTES, MESSAGE_COMPONENTS, MESSAGE_TEXT } from '../limits.js';
import { NOTHING, sizeOfAll, sum, text, type Piece, type Size } from '../component.js';

/** Pieces that stay together on one page. */
export interface Block {
  readonly pieces: readonly Piece[];
  /** True where an entry of the reply begins (a citation, a person …). */
  readonly begins?: boolean;
}

/** What a whole message may hold; its container is a component too. */
export const WHOLE: Size = {
  characters: MESSAGE_TEXT,
  bytes: MESSAGE_BYTES,
  components: MESSAGE_COMPONENTS - 1,
};

export const left = (whole: Size, used: Size): Size => ({
  characters: whole.characters - used.characters,
  bytes: whole.bytes - used.bytes,
  components: whole.components - used.components,
});

const fits = (size: Size, room: Size): boolean =>
  size.characters <= room.characters && size.bytes <= room.bytes && size.components <= room.components;

/**
 * Blocks in their order on as few pages as hold them, with at most `entries` beginnings a page. Always at least one
 * page. A block larger than `room` (none is made so) stands alone on its page.
 */
export function paged(blocks: readonly Block[], room: Size, entries: number): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  let used = NOTHING;
  let begun = 0;
  for (const block of blocks) {
    const page = pages.at(-1) as Block[];
    const size = sizeOfAll(block.pieces);
    const together = sum(used, size);
    const full = page.length > 0 && (!fits(together, room) || (block.begins === true && begun >= entries));
    if (full) {
      pages.push([block]);
      used = size;
      begun = block.begins ? 1 : 0;
    } else {
      page.push(block);
      used = together;
      begun += block.begins ? 1 : 0;
    }
  }
  return pages;
}

/** Characters of one text made of many lines. Arabic of this length has 1,800 bytes, any text at most 2,700. */
const TEXT_LENGTH = 900;

/** Lines, each shorter than a block, in as many blocks as they need; the first one begins an entry where asked. */
export function lineBlocks(lines: readonly string[], begins = false): readonly Block[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= TEXT_LENGTH)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.map((content, at) => ({ pieces: [text(content)], begins: begins && at === 0 }));
}
