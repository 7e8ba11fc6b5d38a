import { ComponentType, type APIComponentInContainer, type APIMessageTopLevelComponent } from 'discord.js';
import { message, sizeOfAll, small, sum, text, type MessageBody, type Piece } from './component.js';
import { readCustomId } from './custom-id.js';
import { left, WHOLE } from './render/block.js';

const isShare = (component: { readonly custom_id?: string }): boolean =>
  component.custom_id !== undefined && readCustomId(component.custom_id)?.action.does === 'share';

/** A row of buttons without the one that shares; null where nothing is left. */
function withoutShare(piece: APIComponentInContainer): Piece | null {
  if (piece.type !== ComponentType.ActionRow) return piece;
  const components = piece.components.filter((component) => !('custom_id' in component && isShare(component)));
  return components.length === 0 ? null : { ...piece, components };
}

/**
 * A private message of the bot as a public one, word for word as its asker saw it: read back from the message itself.
 * Null where there is nothing to share. `line` says who shares it; it is left out where the message has no room.
 */
export function sharedMessage(components: readonly APIMessageTopLevelComponent[], line: string): MessageBody | null {
  const container = components.find((component) => component.type === ComponentType.Container);
  if (!container) return null;
  const pieces = container.components.map(withoutShare).filter((piece) => piece !== null);
  // A file belongs to its own message and cannot be sent again.
  if (pieces.length === 0 || pieces.some(({ type }) => type === ComponentType.File)) return null;
  const signed = text(small(line));
  const rest = left(WHOLE, [sizeOfAll(pieces), sizeOfAll([signed])].reduce(sum));
  const fits = rest.characters >= 0 && rest.bytes >= 0 && rest.components >= 0;
  return message(container.accent_color ?? 0, fits ? [...pieces, signed] : pieces);
}
