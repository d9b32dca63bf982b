import { platform } from '../../platform';

/** What is shown or played is held in memory whole, so it is bounded: 64 MiB. */
export const LARGEST = 64 * 1024 * 1024;
const PIECE = 1024 * 1024;

const SHOWN = /^(image\/(png|jpeg|gif|webp|avif|bmp)|audio\/[\w.+-]+)$/;

export type Medium = 'picture' | 'sound';

/** Whether it can be looked at or listened to here. Formats that can carry scripts, such as SVG, cannot. */
export function mediumOf(type: string): Medium | undefined {
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!SHOWN.test(plain)) return undefined;
  return plain.startsWith('image/') ? 'picture' : 'sound';
}

/** Reads the content in pieces; `isWanted` turning false stops it. */
export async function readContent(
  { id, size, media_type }: { id: string; size: number; media_type: string },
  isWanted: () => boolean,
): Promise<Blob | undefined> {
  const pieces: ArrayBuffer[] = [];
  for (let from = 0; from < Math.min(size, LARGEST); from += PIECE) {
    const piece = await platform().attachment.read(id, from, Math.min(PIECE, size - from));
    if (!isWanted()) return undefined;
    if (piece.byteLength === 0) break;
    pieces.push(piece);
  }
  return new Blob(pieces, { type: media_type });
}
