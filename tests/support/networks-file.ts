const RECORD_BITS = 24;
const SEPARATOR = 16;
const [TEXT, UINT32, MAP] = [2, 6, 7];

/** A database of networks in MaxMind's format (its specification, version 2.0), with one IPv4 /24 in it. */
export function networksFile([first = 0, second = 0, third = 0]: number[], asn: number): Buffer {
  const bits = [first, second, third].flatMap((byte) => [...byte.toString(2).padStart(8, "0")].map(Number));
  const nodes = bits.length;
  const nowhere = nodes;
  const tree = bits.map((bit, node) => {
    const onward = node + 1 < nodes ? node + 1 : nodes + SEPARATOR;
    return Buffer.concat([record(bit === 0 ? onward : nowhere), record(bit === 1 ? onward : nowhere)]);
  });
  const metadata = map({
    binary_format_major_version: number(2),
    binary_format_minor_version: number(0),
    build_epoch: number(1_700_000_000),
    database_type: text("Networks"),
    ip_version: number(4),
    node_count: number(nodes),
    record_size: number(RECORD_BITS),
  });
  const marker = Buffer.from("\xab\xcd\xefMaxMind.com", "latin1");
  return Buffer.concat([
    ...tree,
    Buffer.alloc(SEPARATOR),
    map({ autonomous_system_number: number(asn) }),
    marker,
    metadata,
  ]);
}

function record(value: number): Buffer {
  const bytes = Buffer.alloc(RECORD_BITS / 8);
  bytes.writeUIntBE(value, 0, bytes.length);
  return bytes;
}

const control = (type: number, size: number) => Buffer.from([(type << 5) | size]);

const text = (value: string) => Buffer.concat([control(TEXT, value.length), Buffer.from(value)]);

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return Buffer.concat([control(UINT32, bytes.length), bytes]);
}

function map(entries: Record<string, Buffer>): Buffer {
  const pairs = Object.entries(entries);
  return Buffer.concat([control(MAP, pairs.length), ...pairs.flatMap(([key, value]) => [text(key), value])]);
}
