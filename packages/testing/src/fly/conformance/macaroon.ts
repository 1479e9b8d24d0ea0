/** A token with the form of Fly's macaroons and no worth; flyctl throws away what it cannot decode, without a word. */
export function shapedToken(name: string): string {
  const nonce = array(binary(Buffer.from(`key-${name}`)), binary(Buffer.alloc(16, name)), Buffer.from([0xc2]));
  const permission = text('https://api.fly.io/v1');
  return `fm2_${array(nonce, permission, array(), binary(Buffer.alloc(32, 1))).toString('base64')}`;
}

// MessagePack: https://github.com/msgpack/msgpack/blob/master/spec.md
function array(...items: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0x90 | items.length]), ...items]);
}

function binary(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xc4, bytes.length]), bytes]);
}

function text(words: string): Buffer {
  return Buffer.concat([Buffer.from([0xd9, words.length]), Buffer.from(words)]);
}
