// Seals a text so that nobody but this server can read or change it (AES-256-GCM; longer texts are deflated before), as a token for a
// cookie.

const IV_BYTES = 12;

/** Port: whoever makes seals; all of them open each other's. */
export type MakeSeal = (secret: Uint8Array<ArrayBuffer>, purpose: string) => Seal;

/** Stands before a text that is not deflated. Its last bits name a kind of block that deflate does not have (RFC 1951, 3.2.3). */
export const PLAIN = 0b111;
/** Shorter texts hardly get smaller, and packing takes longer than all the rest. */
const LEAST_PACKED = 400;

export function isWorthPacking(text: string): boolean {
  return text.length >= LEAST_PACKED;
}

export interface Seal {
  readonly seal: (text: string) => Promise<string>;
  /** Anything that was not sealed with this secret for this purpose comes back as undefined. */
  readonly unseal: (token: string) => Promise<string | undefined>;
}

/**
 * @param secret 32 random bytes
 * @param purpose bound into the seal: what was sealed for one purpose is refused for another
 */
export function sealFor(secret: Uint8Array<ArrayBuffer>, purpose: string): Seal {
  const key = crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const additionalData = new TextEncoder().encode(purpose);
  return {
    seal: async (text) => {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const bytes = new TextEncoder().encode(text);
      const plain = isWorthPacking(text)
        ? await through(new CompressionStream('deflate-raw'), bytes)
        : Uint8Array.of(PLAIN, ...bytes);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, await key, plain);
      const token = new Uint8Array(IV_BYTES + sealed.byteLength);
      token.set(iv);
      token.set(new Uint8Array(sealed), IV_BYTES);
      return btoa(String.fromCharCode(...token))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
    },
    unseal: async (token) => {
      try {
        const bytes = Uint8Array.from(atob(token.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
          char.charCodeAt(0),
        );
        const iv = bytes.slice(0, IV_BYTES);
        const sealed = bytes.slice(IV_BYTES);
        const plain = new Uint8Array(
          await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, await key, sealed),
        );
        return new TextDecoder().decode(
          plain[0] === PLAIN
            ? plain.subarray(1)
            : await through(new DecompressionStream('deflate-raw'), plain),
        );
      } catch {
        return undefined;
      }
    },
  };
}

/** The value of a cookie of the request; undefined without it. */
export function cookieOf(request: Request, name: string): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** What every cookie of ours has: unreadable for scripts, sent to this site only, and encrypted on the way where it can be. */
export function cookieAttributes(request: Request): string {
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : '';
  return `Path=/; HttpOnly; SameSite=Lax${secure}`;
}

async function through(
  transform: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
